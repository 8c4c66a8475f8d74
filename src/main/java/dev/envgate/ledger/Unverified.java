package dev.envgate.ledger;

import dev.envgate.ledger.NotVerified.Cause;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lists what could not be looked at, each thing once, by station. */
record Unverified(Join.Facts facts, List<ServiceLedger> services) {
    private static final String GIVE_VALUES = "give the values with `--var` or `--var-file`.";

    private static final Pattern VARIABLE = Pattern.compile("(?<![\\w.])var\\.([A-Za-z_][\\w-]*)");
    private static final int MOST_VARIABLES = 3;
    private static final int MOST_CHOICES = 6;

    List<NotVerified> list() {
        Set<NotVerified> all = new LinkedHashSet<>();
        all.addAll(contract().toList());
        services.forEach(service -> new OtherContracts(service).notRead().forEach(all::add));
        services.forEach(service -> configured(service).forEach(all::add));
        services.forEach(service -> stored(service).forEach(all::add));
        services.forEach(service -> readable(service).forEach(all::add));
        services.forEach(service -> kept(service).forEach(all::add));
        services.forEach(service -> deployed(service).forEach(all::add));
        services.forEach(service -> images(service).forEach(all::add));
        all.addAll(facts.notVerified());
        return List.copyOf(all);
    }

    private Stream<NotVerified> contract() {
        if (!facts.contract().choices().isEmpty()) {
            return Stream.of(choice(facts.contract().choices()));
        }
        return facts.contract().files().isEmpty()
                ? Stream.of(new NotVerified(
                        Station.DECLARED,
                        "what the application needs",
                        "There is no contract file.",
                        "write a `.env.example`, or name one with `--env-file FILE`.",
                        Cause.NOT_ASKED))
                : facts.contract().lost().stream()
                        .map(_ -> undecided(
                                Station.DECLARED,
                                "further names",
                                "a line of the contract cannot be read, and it may declare one"));
    }

    private static NotVerified choice(List<String> choices) {
        String shown = choices.stream()
                .limit(MOST_CHOICES)
                .map(each -> "`" + each + "`")
                .collect(Collectors.joining(", "));
        int more = choices.size() - MOST_CHOICES;
        return new NotVerified(
                Station.DECLARED,
                "what the application needs",
                "There is more than one contract file, and none in the working directory: %s."
                        .formatted(more > 0 ? shown + " and " + more + " more" : shown),
                "choose with `--env-file FILE`, or let `envgate init` write a configuration.",
                Cause.NOT_ASKED);
    }

    private Stream<NotVerified> configured(ServiceLedger service) {
        return Stream.of(
                        choice(service),
                        unseenDefinitions(service),
                        service.definitions().stream().flatMap(each -> gaps(Station.CONFIGURED, each)),
                        rows(service).flatMap(Unverified::entries))
                .flatMap(each -> each);
    }

    private Stream<NotVerified> choice(ServiceLedger service) {
        return switch (service.definitions().size()) {
            case 1 -> Stream.of();
            case 0 -> uncreated(service);
            default ->
                Stream.of(undecided(
                        Station.CONFIGURED,
                        service.service(),
                        "it cannot be told which of several task definitions of Terraform it runs",
                        "name the service with `--service NAME`, or " + GIVE_VALUES));
        };
    }

    /** What Terraform describes for a service and does not create; that there is nothing to look at is not fine by itself. */
    private Stream<NotVerified> uncreated(ServiceLedger service) {
        List<Uncreated> described = facts.configuration().uncreated().stream()
                .filter(each -> each.called(service.service()))
                .toList();
        return described.isEmpty()
                ? Stream.of(
                        undecided(Station.CONFIGURED, service.service(), "Terraform has no task definition for it", ""))
                : described.stream().map(Unverified::uncreated);
    }

    /** Nobody decided it where defaults alone say so: a deploy may give the variables that create it. */
    private static NotVerified uncreated(Uncreated block) {
        String fact = "Terraform does not create it: " + block.why();
        return switch (block.open()) {
            case Presence.Absent _ -> undecided(Station.CONFIGURED, block.address(), fact, "");
            case Presence.Conditional(Place _, String condition) -> undecidedByAnybody(block, fact, condition);
            case Presence.Unknown(String why, Place _) -> undecidedByAnybody(block, fact, why);
            case Presence.Present _ -> undecidedByAnybody(block, fact, "");
        };
    }

    private static NotVerified undecidedByAnybody(Uncreated block, String fact, String condition) {
        return new NotVerified(
                Station.CONFIGURED,
                block.address(),
                Words.sentence(fact + ", by the defaults of variables that nobody gave a value"),
                giving(condition));
    }

    /** Only where no {@code aws_ecs_service} settles which task definition it is, another one could matter. */
    private Stream<NotVerified> unseenDefinitions(ServiceLedger service) {
        return service.services().isEmpty()
                ? facts.configuration().gaps().stream()
                        .map(gap -> undecided(Station.CONFIGURED, "further task definitions", gap.why()))
                : Stream.of();
    }

    private Stream<NotVerified> gaps(Station station, TaskDefinition definition) {
        return Stream.concat(
                definition.gaps().stream()
                        .map(gap -> undecided(station, "further containers of " + definition.address(), gap.why())),
                definition.containers().stream().flatMap(each -> gaps(station, each)));
    }

    private Stream<NotVerified> gaps(Station station, ContainerDefinition container) {
        return Stream.concat(
                container.gaps().stream()
                        .map(gap -> undecided(station, "further names of " + container.name(), gap.why())),
                container.environmentFiles().stream().flatMap(this::file));
    }

    private Stream<NotVerified> file(EnvironmentFile file) {
        return switch (file.content(facts.stores())) {
            case EnvFile.Read _, EnvFile.Written _, EnvFile.Missing _ -> Stream.of();
            case EnvFile.NotSeen(String why, String hint) ->
                Stream.of(
                        file.arn().known()
                                ? new NotVerified(Station.STORED, file.toString(), Words.sentence(why), hint)
                                : undecided(Station.STORED, file.toString(), Words.half(why)));
            case EnvFile.NotAsked(String why) ->
                Stream.of(new NotVerified(Station.STORED, file.toString(), Words.sentence(why), "", Cause.NOT_ASKED));
        };
    }

    private static Stream<NotVerified> entries(Row row) {
        return Stream.concat(
                        Stream.of(row.configured()),
                        row.configuredEntries().stream().map(Entry::presence))
                .flatMap(presence -> doubt(row, presence))
                .limit(1);
    }

    /** An unknown without an entry comes from a gap, which is listed itself. */
    private static Stream<NotVerified> doubt(Row row, Presence presence) {
        return switch (presence) {
            case Presence.Present _, Presence.Absent _ -> Stream.of();
            case Presence.Conditional(Place _, String condition) ->
                Stream.of(undecided(
                        Station.CONFIGURED,
                        row.name().text(),
                        "it is there only when `" + condition + "`, which the files do not decide"));
            case Presence.Unknown(String why, Place _) ->
                row.configuredEntries().isEmpty()
                        ? Stream.of()
                        : Stream.of(undecided(Station.CONFIGURED, row.name().text(), why));
        };
    }

    private Stream<NotVerified> stored(ServiceLedger service) {
        return Stream.concat(variables(service), credentials(service));
    }

    /** What log drivers and registries need is no variable, and is looked up like one. */
    private static Stream<NotVerified> credentials(ServiceLedger service) {
        return service.fetches().stream()
                .filter(each -> !each.variable())
                .flatMap(each -> each.reference().target() instanceof Reference.Target.Unclear(String why, Place _)
                        ? Stream.of(undecided(Station.STORED, each.name(), why))
                        : stored(each.reference(), each.stored()));
    }

    private Stream<NotVerified> variables(ServiceLedger service) {
        return rows(service)
                .flatMap(row -> Stream.concat(
                        unclear(row),
                        Stream.concat(row.references().stream(), row.runningReferences().stream())
                                .flatMap(reference ->
                                        stored(reference, facts.stores().of(reference)))));
    }

    private static Stream<NotVerified> unclear(Row row) {
        return Stream.concat(row.configuredEntries().stream(), row.deployedEntries().stream())
                .flatMap(entry -> entry.given() instanceof Given.Secret(Reference reference)
                                && reference.target() instanceof Reference.Target.Unclear(String why, Place _)
                        ? Stream.of(undecided(Station.STORED, row.name().text(), why))
                        : Stream.of());
    }

    private static Stream<NotVerified> stored(Reference reference, Stored stored) {
        return switch (stored) {
            case Stored.Exists exists -> contents(reference, exists.contents());
            case Stored.Recreated _, Stored.Deleting _, Stored.WithoutValue _, Stored.Missing _ -> Stream.of();
            case Stored.NotSeen(String why, String hint) ->
                Stream.of(new NotVerified(Station.STORED, title(reference.target()), Words.sentence(why), hint));
            case Stored.NotAsked(String why) ->
                Stream.of(new NotVerified(
                        Station.STORED, "secrets and parameters", Words.sentence(why), "", Cause.NOT_ASKED));
        };
    }

    /** Only a deep run looks at values, and only there something is missing without them. */
    private static Stream<NotVerified> contents(Reference reference, Contents contents) {
        return switch (contents) {
            case Contents.NotSeen(String why, String hint) ->
                Stream.of(new NotVerified(
                        Station.STORED, "the value of " + title(reference.target()), Words.sentence(why), hint));
            case Contents.Text _, Contents.Changed _, Contents.NotJson _, Contents.WithoutKey _, Contents.NotAsked _ ->
                Stream.of();
        };
    }

    /** What a role may read, where that is not known: once for each role, however many secrets it is about, and an answer that did not come first. */
    private static Stream<NotVerified> readable(ServiceLedger service) {
        Map<String, NotVerified> byRole = new LinkedHashMap<>();
        service.fetches().forEach(each -> note(byRole, each.role(), each.access()));
        service.containers().stream()
                .flatMap(each -> each.files().stream())
                .forEach(each -> note(byRole, each.role(), each.access()));
        return byRole.values().stream();
    }

    private static void note(Map<String, NotVerified> byRole, RoleReference reference, Access access) {
        if (reference instanceof RoleReference.Named(Symbolic role)) {
            unread(role, access)
                    .forEach(doubt -> byRole.merge(
                            role.toString(), doubt, (one, other) -> one.cause() == Cause.FAILED ? one : other));
        }
    }

    private static Stream<NotVerified> unread(Symbolic role, Access access) {
        String what = "what the role " + role + " may read";
        return switch (access) {
            case Access.Allowed _, Access.Denied _, Access.NotAsked _ -> Stream.of();
            case Access.Undecidable(String why, String hint) -> Stream.of(undecided(Station.STORED, what, why, hint));
            case Access.NotSeen(String why, String hint) ->
                Stream.of(new NotVerified(Station.STORED, what, Words.sentence(why), hint));
        };
    }

    /** Prefixes under which it could not be seen what is kept. */
    private static Stream<NotVerified> kept(ServiceLedger service) {
        return service.keeping().places().stream().flatMap(each -> switch (each.kept()) {
            case Kept.Listed _ -> Stream.<NotVerified>of();
            case Kept.NotSeen(String why, String hint) ->
                Stream.of(new NotVerified(Station.STORED, listed(each), Words.sentence(why), hint));
            case Kept.NotAsked(String why) ->
                Stream.of(new NotVerified(Station.STORED, listed(each), Words.sentence(why), "", Cause.NOT_ASKED));
        });
    }

    private static String listed(Keeping.Place place) {
        String what = switch (place.store()) {
            case SECRETS_MANAGER -> "the secrets under ";
            case PARAMETER_STORE -> "the parameters under ";
        };
        return what + place.prefix();
    }

    private static String title(Reference.Target target) {
        return switch (target) {
            case Reference.Target.SecretArn(Arn arn) -> arn.toString();
            case Reference.Target.SecretName(String name, String _) -> name;
            case Reference.Target.ParameterArn(Arn arn) -> arn.toString();
            case Reference.Target.ParameterName(String name, String _) -> name;
            case Reference.Target.Unclear _, Reference.Target.Malformed _ -> "";
        };
    }

    private Stream<NotVerified> deployed(ServiceLedger service) {
        return switch (service.deployment()) {
            case Deployment.Running live ->
                Stream.of(
                                gaps(Station.DEPLOYED, live.definition()),
                                promised(service),
                                progress(live),
                                injected(service, live))
                        .flatMap(each -> each);
            case Deployment.Started live ->
                Stream.of(
                                gaps(Station.DEPLOYED, live.definition()),
                                promised(service),
                                newest(live.family(), live.newest()),
                                starts(live.family(), live.unseen()))
                        .flatMap(each -> each);
            case Deployment.Newest live ->
                Stream.of(
                                gaps(Station.DEPLOYED, live.definition()),
                                promised(service),
                                Stream.of(undecided(
                                        Station.DEPLOYED,
                                        live.family(),
                                        "no service is known to run it, so its newest revision was looked at",
                                        "name the service with `--service NAME`.")),
                                starts(live.family(), live.unseen()))
                        .flatMap(each -> each);
            case Deployment.Missing _ -> Stream.of();
            case Deployment.NotSeen(String why, String hint) ->
                Stream.of(new NotVerified(Station.DEPLOYED, service.service(), Words.sentence(why), hint));
            case Deployment.NotAsked(String why) ->
                Stream.of(
                        new NotVerified(Station.DEPLOYED, service.service(), Words.sentence(why), "", Cause.NOT_ASKED));
        };
    }

    /** Whether the service got to what it was told to run. */
    private static Stream<NotVerified> progress(Deployment.Running live) {
        Stream<NotVerified> tasks = live.progress().tasks() instanceof Tasks.NotSeen(String why, String hint)
                ? Stream.of(new NotVerified(
                        Station.DEPLOYED, "what the tasks of " + live.service() + " run", Words.sentence(why), hint))
                : Stream.of();
        Stream<NotVerified> others = live.progress().unread().stream()
                .map(each -> new NotVerified(
                        Station.DEPLOYED,
                        "what " + each.revision() + " gives the tasks that run it",
                        Words.sentence(each.why()),
                        each.hint()));
        return Stream.of(
                        newest(
                                Revisions.family(live.revision()),
                                live.progress().newest()),
                        tasks,
                        others)
                .flatMap(each -> each);
    }

    private static Stream<NotVerified> newest(String family, Newest newest) {
        return newest instanceof Newest.NotSeen(String why, String hint)
                ? Stream.of(new NotVerified(
                        Station.DEPLOYED, "the newest revision of " + family, Words.sentence(why), hint))
                : Stream.of();
    }

    /** One that nobody has seen may start an older revision than those that were seen. */
    private static Stream<NotVerified> starts(String family, String unseen) {
        return unseen.isEmpty()
                ? Stream.of()
                : Stream.of(new NotVerified(
                        Station.DEPLOYED,
                        "further rules and schedules that start " + family,
                        Words.sentence(unseen),
                        ""));
    }

    /** Secrets of which it is not known whether they were changed since the tasks were started; where none runs it does not matter. */
    private Stream<NotVerified> injected(ServiceLedger service, Deployment.Running live) {
        return live.progress().tasks().seen().isEmpty()
                ? Stream.of()
                : rows(service)
                        .flatMap(row -> Row.references(row.deployedEntries()).stream())
                        .filter(reference -> !reference.pinned())
                        .flatMap(reference -> facts.stores().of(reference)
                                        instanceof Stored.Exists(String id, Changed changed, Contents _)
                                ? undated(id, changed)
                                : Stream.of());
    }

    private static Stream<NotVerified> undated(String id, Changed changed) {
        String unknown = "whether it was changed since the tasks were started is not known: ";
        return switch (changed) {
            case Changed.At _, Changed.NoLaterThan _ -> Stream.of();
            case Changed.Unknown(String why) -> Stream.of(undecided(Station.STORED, id, unknown + why));
            case Changed.NotSeen(String why, String hint) ->
                Stream.of(new NotVerified(Station.STORED, id, Words.sentence(unknown + why), hint));
        };
    }

    /** Names that Terraform gives and what runs does not list, but may have: they could be the incident, so each is named. */
    private static Stream<NotVerified> promised(ServiceLedger service) {
        return rows(service)
                .filter(row -> row.configured() instanceof Presence.Present)
                .flatMap(row -> row.deployed() instanceof Presence.Unknown(String why, Place _)
                        ? Stream.of(undecided(
                                Station.DEPLOYED,
                                row.name().text(),
                                "Terraform has it, and whether it runs is not known: " + why))
                        : Stream.of());
    }

    /** Images that may give what nobody else does. */
    private static Stream<NotVerified> images(ServiceLedger service) {
        return service.deployment().definitions().stream()
                .flatMap(definition -> definition.containers().stream())
                .flatMap(container -> service.containers().stream()
                        .filter(each -> each.container().equals(container.name().toString()))
                        .flatMap(each -> each.rows().stream())
                        .flatMap(row -> ImageJoin.unverified(container, row)));
    }

    private static Stream<Row> rows(ServiceLedger service) {
        return service.containers().stream().flatMap(container -> container.rows().stream());
    }

    /** Something that the files leave open; a variable in the reason can be given a value. */
    private static NotVerified undecided(Station station, String what, String why) {
        return undecided(station, what, why, why.contains("var.") ? giving(why) : "");
    }

    /** With the variables of the root that a condition asks for; those of modules are nobody's to give. */
    private static String giving(String why) {
        List<String> asked = VARIABLE.matcher(why)
                .results()
                .map(found -> "`" + found.group(1) + "`")
                .distinct()
                .toList();
        return asked.isEmpty() || asked.size() > MOST_VARIABLES
                ? GIVE_VALUES
                : "give %s a value with `--var` or `--var-file`.".formatted(String.join(" and ", asked));
    }

    private static NotVerified undecided(Station station, String what, String why, String hint) {
        return new NotVerified(station, what, Words.sentence(why), hint, Cause.UNDECIDED);
    }
}
