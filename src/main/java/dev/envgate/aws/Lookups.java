package dev.envgate.aws;

import dev.envgate.ledger.Access;
import dev.envgate.ledger.Changed;
import dev.envgate.ledger.Contents;
import dev.envgate.ledger.EnvFile;
import dev.envgate.ledger.Kept;
import dev.envgate.ledger.Reference;
import dev.envgate.ledger.Reference.Target;
import dev.envgate.ledger.RoleReference;
import dev.envgate.ledger.Stored;
import dev.envgate.ledger.Stores;
import dev.envgate.ledger.Symbolic;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks up what references point to, and keeps the answers. */
final class Lookups implements Stores {
    private static final Pattern OBJECT = Pattern.compile("arn:aws[a-z-]*:s3:::[^/]+/.+");

    private final Map<Target, CompletableFuture<Answer<Secrets.Secret>>> secrets = new LinkedHashMap<>();
    private final Map<Reference, CompletableFuture<Changed>> changed = new LinkedHashMap<>();
    private final Set<Reference> all = new LinkedHashSet<>();
    private final Secrets secretsManager;
    private final Parameters parameters;
    private final Values values;
    private final Readers readers;
    private final EnvironmentFiles files;
    private final Request.Files wanted;
    private final Listings listings;

    Lookups(
            Secrets secretsManager,
            Parameters parameters,
            Values values,
            Readers readers,
            EnvironmentFiles files,
            Request.Files wanted,
            Listings listings) {
        this.secretsManager = secretsManager;
        this.parameters = parameters;
        this.values = values;
        this.readers = readers;
        this.files = files;
        this.wanted = wanted;
        this.listings = listings;
    }

    /** Starts to list what is kept under prefixes. */
    void list(Collection<String> prefixes) {
        listings.ask(prefixes);
    }

    @Override
    public Kept kept(Kept.Store store, String prefix) {
        return listings.answer(store, prefix)
                .map(CompletableFuture::join)
                .orElseGet(() -> new Kept.NotAsked("It was not among the prefixes that were listed."));
    }

    /** Starts to read those of the configuration. */
    void askFiles() {
        if (wanted instanceof Request.Files.Asked(List<String> arns)) {
            files.ask(arns);
        }
    }

    /** Starts to read those of what runs, unless nobody wants to. */
    void askFiles(Collection<String> running) {
        if (wanted instanceof Request.Files.Asked) {
            files.ask(running);
        }
    }

    @Override
    public EnvFile file(String arn) {
        return switch (wanted) {
            case Request.Files.Declined(String why) -> new EnvFile.NotAsked(why);
            case Request.Files.Asked asked ->
                Optional.ofNullable(files.answers().get(arn))
                        .map(CompletableFuture::join)
                        .orElseGet(() ->
                                new EnvFile.NotAsked("It was not among the environment files that were looked up."));
        };
    }

    /** Starts to look up those that were not asked for before. */
    void ask(Collection<Reference> references) {
        List<Target> inSsm = new ArrayList<>();
        all.addAll(references);
        for (Reference reference : references) {
            switch (reference.target()) {
                case Target.SecretArn target ->
                    secrets.computeIfAbsent(target, key -> secretsManager.find(target.arn()));
                case Target.SecretName target ->
                    secrets.computeIfAbsent(target, key -> secretsManager.find(target.name()));
                case Target.ParameterArn target -> inSsm.add(target);
                case Target.ParameterName target -> inSsm.add(target);
                case Target.Unclear nothing -> {}
                case Target.Malformed nothing -> {}
            }
        }
        parameters.ask(inSsm);
    }

    /**
     * Asks when a value was made of those secrets that were changed after a point of time, which each reference has for itself: the change
     * may be that of a tag. A version that is named never gets another value.
     */
    void askWhen(Map<Reference, Instant> references) {
        references.forEach((reference, since) -> Optional.ofNullable(secrets.get(reference.target()))
                .filter(found -> !reference.pinned())
                .ifPresent(found -> changed.computeIfAbsent(
                        reference,
                        key -> found.thenCompose(answer -> answer.resolve(
                                secret -> when(reference, secret, since),
                                failure -> CompletableFuture.completedFuture(failure.changed()))))));
    }

    /** Reads the values of all that was found by now, and that was not read before. */
    void askValues() {
        Map<Reference, String> found = new LinkedHashMap<>();
        for (Reference each : all) {
            if (!values.answers().containsKey(each)
                    && answered(each)
                    && found(each) instanceof Stored.Exists(String id, Changed _, Contents _)) {
                found.put(each, id);
            }
        }
        values.ask(found);
    }

    /** Asks whether roles may fetch what was found by now. */
    void askReaders(Collection<Request.Reader> wanted) {
        Map<String, Set<Readers.Resource>> byRole = new LinkedHashMap<>();
        wanted.forEach(each -> resource(each.reference())
                .ifPresent(found -> byRole.computeIfAbsent(each.role(), role -> new LinkedHashSet<>())
                        .add(found)));
        byRole.forEach(readers::ask);
    }

    /** Asks whether roles may fetch environment files, if anybody is to look at those. */
    void askFileReaders(Map<String, Set<String>> byRole) {
        if (wanted instanceof Request.Files.Asked) {
            byRole.forEach((role, arns) -> readers.ask(
                    role,
                    arns.stream()
                            .filter(arn -> OBJECT.matcher(arn).matches())
                            .map(arn -> new Readers.Resource(arn, ""))
                            .collect(Collectors.toCollection(LinkedHashSet::new))));
        }
    }

    @Override
    public Access access(RoleReference role, String file) {
        return role instanceof RoleReference.Named(Symbolic text)
                ? readers.answer(text.toString(), new Readers.Resource(file, ""))
                        .map(CompletableFuture::join)
                        .orElseGet(() -> new Access.NotAsked("It was not among what was asked for."))
                : new Access.NotAsked("The role is not known by its name.");
    }

    /** What is found under a reference, by its ARN. */
    private Optional<Readers.Resource> resource(Reference reference) {
        if (!answered(reference) || !(found(reference) instanceof Stored.Exists(String id, Changed _, Contents _))) {
            return Optional.empty();
        }
        Optional<CompletableFuture<Answer<Secrets.Secret>>> secret =
                Optional.ofNullable(secrets.get(reference.target()));
        return secret.isPresent()
                ? secret.get()
                        .join()
                        .resolve(
                                each -> Optional.of(new Readers.Resource(each.arn(), each.key())),
                                _ -> Optional.empty())
                : parameters.arn(id).map(arn -> new Readers.Resource(arn, ""));
    }

    /** Whether it is known by now that no policy of a role lets it fetch something. */
    boolean refused(Request.Reader reader) {
        return resource(reader.reference())
                .flatMap(found -> readers.answer(reader.role(), found))
                .filter(CompletableFuture::isDone)
                .map(CompletableFuture::join)
                .filter(access -> access instanceof Access.Denied(var _, var _, Access.Reason.NotGranted _))
                .isPresent();
    }

    @Override
    public Access access(RoleReference role, Reference reference) {
        return role instanceof RoleReference.Named(Symbolic text)
                ? resource(reference)
                        .flatMap(found -> readers.answer(text.toString(), found))
                        .map(CompletableFuture::join)
                        .orElseGet(() -> nobodyAsked(reference))
                : new Access.NotAsked("The role is not known by its name.");
    }

    private Access nobodyAsked(Reference reference) {
        return nameless(reference)
                ? new Access.NotSeen(
                        "The account of the parameter is not known, so that nobody could be asked who may read it.",
                        "See who is logged in with `aws sts get-caller-identity`.")
                : new Access.NotAsked("It was not among what was asked for.");
    }

    /** Whether somebody is to fetch a parameter that was found, and whose ARN is not known as long as the account is not. */
    boolean waits(Request.Reader reader) {
        return nameless(reader.reference());
    }

    private boolean nameless(Reference reference) {
        return parameters.answers().containsKey(reference.target())
                && answered(reference)
                && found(reference) instanceof Stored.Exists
                && resource(reference).isEmpty();
    }

    private boolean answered(Reference reference) {
        return Stream.of(secrets.get(reference.target()), parameters.answers().get(reference.target()))
                .allMatch(answer -> answer == null || answer.isDone());
    }

    private CompletableFuture<Changed> when(Reference reference, Secrets.Secret secret, Instant since) {
        return secret.changed().isAfter(since)
                ? secretsManager.versions(secret).thenApply(versions -> Secrets.changed(reference, secret, versions))
                : CompletableFuture.completedFuture(new Changed.NoLaterThan(secret.changed()));
    }

    /** Everything that was asked for. */
    List<CompletableFuture<?>> answers() {
        List<CompletableFuture<?>> answers = new ArrayList<>(secrets.values());
        answers.addAll(parameters.answers().values());
        answers.addAll(changed.values());
        answers.addAll(values.answers().values());
        answers.addAll(readers.answers());
        answers.addAll(files.answers().values());
        answers.addAll(listings.answers());
        return answers;
    }

    @Override
    public Stored of(Reference reference) {
        return looked(reference, dated(reference, found(reference)));
    }

    private Stored looked(Reference reference, Stored stored) {
        return stored instanceof Stored.Exists(String id, Changed when, Contents _)
                ? Optional.ofNullable(values.answers().get(reference))
                        .<Stored>map(contents -> new Stored.Exists(id, when, contents.join()))
                        .orElse(stored)
                : stored;
    }

    /** Without what is asked about it besides: that may never be answered. */
    private Stored found(Reference reference) {
        return switch (reference.target()) {
            case Target.SecretArn target -> secret(reference);
            case Target.SecretName target -> secret(reference);
            case Target.ParameterArn target -> parameter(target);
            case Target.ParameterName target -> parameter(target);
            case Target.Unclear(String why, var cause) ->
                new Stored.NotSeen("What the reference points to is not known: " + why + ".", "");
            case Target.Malformed(String why) -> new Stored.NotSeen(why, "Correct the `valueFrom`.");
        };
    }

    private Stored secret(Reference reference) {
        return Optional.ofNullable(secrets.get(reference.target()))
                .map(answer -> Secrets.stored(reference, answer.join()))
                .orElseGet(Lookups::notAsked);
    }

    private Stored dated(Reference reference, Stored stored) {
        return stored instanceof Stored.Exists(String id, Changed _, Contents contents)
                ? Optional.ofNullable(changed.get(reference))
                        .<Stored>map(when -> new Stored.Exists(id, when.join(), contents))
                        .orElse(stored)
                : stored;
    }

    private Stored parameter(Target target) {
        return Optional.ofNullable(parameters.answers().get(target))
                .map(CompletableFuture::join)
                .orElseGet(Lookups::notAsked);
    }

    private static Stored notAsked() {
        return new Stored.NotAsked("It was not among the references that were looked up.");
    }
}
