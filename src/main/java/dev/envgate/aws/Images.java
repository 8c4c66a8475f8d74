package dev.envgate.aws;

import dev.envgate.ledger.ContainerDefinition;
import dev.envgate.ledger.Deployment;
import dev.envgate.ledger.ImageEnv;
import dev.envgate.ledger.Name;
import dev.envgate.ledger.NotVerified.Cause;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ecr.model.BatchGetImageRequest;
import software.amazon.awssdk.services.ecr.model.BatchGetImageResponse;
import software.amazon.awssdk.services.ecr.model.GetDownloadUrlForLayerRequest;
import software.amazon.awssdk.services.ecr.model.Image;
import software.amazon.awssdk.services.ecr.model.ImageFailure;
import software.amazon.awssdk.services.ecr.model.ImageIdentifier;

/**
 * What images in ECR give their containers by {@code ENV}, each looked at once. What counts are the images that the tasks really run, and
 * the one that the next task gets: a tag may have been moved between them.
 */
final class Images {
    private static final String MANIFESTS = "ecr:BatchGetImage";
    private static final String LAYER = "ecr:GetDownloadUrlForLayer";

    /** How many images one tag may have stood for; a service that runs more is in the middle of something. */
    private static final int MOST = 10;

    private static final String MOVED =
            "the tag of the image was moved since tasks were started, and not all images" + " that it stood for set it";
    private static final String DEFINE = "Give the name in the task definition, or leave `--image-env` out.";

    /** An image for a platform, whichever container it is of. */
    private record Wanted(String image, String platform, Answer<List<String>> running) {}

    /** What a container is started with, by its digest. */
    private record Start(Repository repository, String digest) {}

    private final Map<Wanted, CompletableFuture<ImageEnv>> asked = new LinkedHashMap<>();
    private final Map<Start, CompletableFuture<Answer<List<Name>>>> starts = new ConcurrentHashMap<>();
    private final Clients clients;
    private final Calls calls;

    Images(Clients clients, Calls calls) {
        this.clients = clients;
        this.calls = calls;
    }

    /** Starts to look at those that were not asked for before. */
    void ask(Collection<ContainerImage> images) {
        images.forEach(each -> asked.computeIfAbsent(wanted(each), this::ask));
    }

    /** What was asked for. */
    Collection<CompletableFuture<ImageEnv>> answers() {
        return asked.values();
    }

    /** What runs, with what has become known of its images. */
    Deployment filled(Deployment deployment, List<ContainerImage> images) {
        Map<String, ImageEnv> known = new HashMap<>();
        images.forEach(each -> Optional.ofNullable(asked.get(wanted(each)))
                .ifPresent(answer -> known.put(each.container(), answer.join())));
        return deployment.with(container -> filled(container, known));
    }

    private static ContainerDefinition filled(ContainerDefinition container, Map<String, ImageEnv> known) {
        return Optional.ofNullable(known.get(container.name().toString()))
                .map(container::with)
                .orElse(container);
    }

    private static Wanted wanted(ContainerImage image) {
        return new Wanted(image.image(), image.platform(), image.running());
    }

    private CompletableFuture<ImageEnv> ask(Wanted wanted) {
        return Repository.of(wanted.image())
                .map(repository -> ask(repository, wanted))
                .orElseGet(() -> CompletableFuture.completedFuture(new ImageEnv.NotSeen(
                        wanted.image(),
                        "What the image " + Action.quote(wanted.image())
                                + " sets is not looked at, because it is in no private registry of ECR.",
                        DEFINE,
                        Cause.UNDECIDED)));
    }

    private CompletableFuture<ImageEnv> ask(Repository repository, Wanted wanted) {
        return Regions.fault(repository.region())
                .map(Answer::<List<ImageIdentifier>>failed)
                .orElseGet(() -> CompletableFuture.completedFuture(ids(repository, wanted)))
                .thenCompose(answer -> answer.thenAsk(ids -> manifests(repository, ids)))
                .thenCompose(answer -> answer.thenAsk(found -> names(repository, wanted.platform(), found)))
                .thenApply(answer -> answer.resolve(
                        names -> given(wanted.image(), names),
                        failure -> new ImageEnv.NotSeen(wanted.image(), failure.why(), failure.hint(), Cause.FAILED)));
    }

    /** A digest stands for itself, a tag for what it names now and for what tasks got under it. */
    private static Answer<List<ImageIdentifier>> ids(Repository repository, Wanted wanted) {
        if (!repository.digest().isEmpty()) {
            return new Answer.Got<>(List.of(id(repository.digest())));
        }
        ImageIdentifier tag =
                ImageIdentifier.builder().imageTag(repository.tag()).build();
        return wanted.running()
                .then(running -> running.size() > MOST
                        ? new Answer.Failed<>(
                                Failure.of(Trouble.MANY_IMAGES, Action.of(MANIFESTS, wanted.image(), "ECR")))
                        : new Answer.Got<>(
                                Stream.concat(Stream.of(tag), running.stream().map(Images::id))
                                        .toList()));
    }

    private static ImageIdentifier id(String digest) {
        return ImageIdentifier.builder().imageDigest(digest).build();
    }

    /** Each manifest once, by its digest. */
    private CompletableFuture<Answer<Map<String, String>>> manifests(Repository repository, List<ImageIdentifier> ids) {
        Action action =
                action(MANIFESTS, repository, ids.stream().map(Images::shown).toList());
        BatchGetImageRequest request = BatchGetImageRequest.builder()
                .registryId(repository.account())
                .repositoryName(repository.name())
                .imageIds(ids)
                .acceptedMediaTypes(Manifest.MEDIA_TYPES)
                .build();
        return calls.make(action, () -> clients.ecr(repository.region()).batchGetImage(request))
                .thenApply(answer -> answer.then(response -> manifests(repository, ids, action, response)));
    }

    private static String shown(ImageIdentifier id) {
        return Names.text(id.imageTag()) + Names.text(id.imageDigest());
    }

    private Action action(String call, Repository repository, List<String> names) {
        return Action.of(
                call,
                names.stream()
                        .map(each -> repository.name() + (each.startsWith("sha256:") ? "@" : ":") + each)
                        .toList(),
                clients.place(repository.region()));
    }

    /** One that comes back neither as an image nor as a failure was not answered. */
    private Answer<Map<String, String>> manifests(
            Repository repository, List<ImageIdentifier> ids, Action action, BatchGetImageResponse response) {
        Map<String, String> found = new LinkedHashMap<>();
        for (ImageIdentifier id : ids) {
            Optional<Image> image = response.images().stream()
                    .filter(each -> isOf(id, each))
                    .filter(each -> !Names.text(each.imageManifest()).isEmpty())
                    .findFirst();
            if (image.isEmpty()) {
                Action one = action(MANIFESTS, repository, List.of(shown(id)));
                return new Answer.Failed<>(Failure.of(
                        response.failures().isEmpty() ? Trouble.LEFT_OUT : trouble(response.failures()),
                        ids.size() == 1 ? action : one));
            }
            found.put(image.get().imageId().imageDigest(), image.get().imageManifest());
        }
        return new Answer.Got<>(found);
    }

    private static boolean isOf(ImageIdentifier asked, Image image) {
        return image.imageId() != null
                && !Names.text(image.imageId().imageDigest()).isEmpty()
                && (Names.text(asked.imageTag()).isEmpty()
                        ? image.imageId().imageDigest().equals(asked.imageDigest())
                        : asked.imageTag().equals(image.imageId().imageTag()));
    }

    private static Trouble trouble(List<ImageFailure> failures) {
        return failures.stream().allMatch(each -> "ImageNotFound".equals(each.failureCodeAsString()))
                ? Trouble.NO_IMAGE
                : Trouble.REFUSED;
    }

    /** What each of several images sets. */
    private CompletableFuture<Answer<List<List<Name>>>> names(
            Repository repository, String platform, Map<String, String> manifests) {
        CompletableFuture<Answer<List<List<Name>>>> all =
                CompletableFuture.completedFuture(new Answer.Got<>(List.of()));
        for (Map.Entry<String, String> each : manifests.entrySet()) {
            all = all.thenCombine(names(repository, platform, each.getKey(), each.getValue()), Images::and);
        }
        return all;
    }

    private static Answer<List<List<Name>>> and(Answer<List<List<Name>>> some, Answer<List<Name>> other) {
        return some.then(all -> other.then(names ->
                new Answer.Got<>(Stream.concat(all.stream(), Stream.of(names)).toList())));
    }

    private CompletableFuture<Answer<List<Name>>> names(
            Repository repository, String platform, String digest, String manifest) {
        return switch (Manifest.parse(manifest, platform)) {
            case Manifest.OfImage(String config) -> start(repository, config);
            case Manifest.OfIndex(List<String> digests) ->
                digests.size() == 1
                        ? manifests(repository, List.of(id(digests.getFirst())))
                                .thenCompose(answer -> answer.thenAsk(found -> ofPlatform(repository, found)))
                        : failed(Trouble.NO_PLATFORM, repository, digest);
            case Manifest.Unread() -> failed(Trouble.NOT_AN_IMAGE, repository, digest);
        };
    }

    private CompletableFuture<Answer<List<Name>>> ofPlatform(Repository repository, Map<String, String> found) {
        Map.Entry<String, String> only = found.entrySet().iterator().next();
        return Manifest.parse(only.getValue(), "") instanceof Manifest.OfImage(String config)
                ? start(repository, config)
                : failed(Trouble.NOT_AN_IMAGE, repository, only.getKey());
    }

    private CompletableFuture<Answer<List<Name>>> failed(Trouble trouble, Repository repository, String digest) {
        return Answer.failed(Failure.of(trouble, action(MANIFESTS, repository, List.of(digest))));
    }

    private CompletableFuture<Answer<List<Name>>> start(Repository repository, String digest) {
        return starts.computeIfAbsent(new Start(repository, digest), start -> {
            Action action = action(LAYER, repository, List.of(digest));
            GetDownloadUrlForLayerRequest request = GetDownloadUrlForLayerRequest.builder()
                    .registryId(repository.account())
                    .repositoryName(repository.name())
                    .layerDigest(digest)
                    .build();
            return calls.make(
                            action,
                            () -> Names.text(clients.ecr(repository.region())
                                    .getDownloadUrlForLayer(request)
                                    .downloadUrl()))
                    .thenCompose(answer -> answer.thenAsk(address -> address.isEmpty()
                            ? Answer.failed(Failure.of(Trouble.LEFT_OUT, action))
                            : calls.make(action, () -> clients.layers().get(action, address, digest))
                                    .thenApply(got -> got.then(layer -> layer))))
                    .thenApply(answer -> answer.then(layer -> Manifest.names(layer)
                            .<Answer<List<Name>>>map(Answer.Got::new)
                            .orElseGet(() -> new Answer.Failed<>(Failure.of(Trouble.NOT_AN_IMAGE, action)))));
        });
    }

    private static ImageEnv given(String image, List<List<Name>> each) {
        SortedSet<Name> always = new TreeSet<>(each.getFirst());
        SortedSet<Name> sometimes = new TreeSet<>();
        each.forEach(names -> {
            always.retainAll(names);
            sometimes.addAll(names);
        });
        sometimes.removeAll(always);
        return new ImageEnv.Read(image, new ArrayList<>(always), new ArrayList<>(sometimes), MOVED);
    }
}
