package dev.envgate.aws;

import static dev.envgate.aws.Contract.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.envgate.ledger.ImageEnv;
import dev.envgate.ledger.Name;
import java.util.List;
import software.amazon.awssdk.services.ecr.model.BatchGetImageResponse;
import software.amazon.awssdk.services.ecr.model.Image;
import software.amazon.awssdk.services.ecr.model.ImageIdentifier;

/** What ECR answers, and how the program sees it. */
final class ContractImages {
    private static final String REPOSITORY = "shop/web";

    private ContractImages() {}

    static List<Contract.Check> checks() {
        return List.of(
                new Contract.Check("an image is got by its tag, with its manifest and its digest", at -> {
                    Image image = tagged(at, "1.0").images().getFirst();
                    assertThat(image.imageId().imageTag()).isEqualTo("1.0");
                    assertThat(image.imageId().imageDigest()).matches("sha256:[0-9a-f]{64}");
                    assertThat(Manifest.parse(image.imageManifest(), "")).isInstanceOf(Manifest.OfImage.class);
                }),
                new Contract.Check("an image is got by its digest", at -> {
                    String digest =
                            tagged(at, "1.0").images().getFirst().imageId().imageDigest();
                    ImageIdentifier id =
                            ImageIdentifier.builder().imageDigest(digest).build();
                    assertThat(get(at, REPOSITORY, id).images())
                            .singleElement()
                            .returns(digest, each -> each.imageId().imageDigest());
                }),
                new Contract.Check(
                        "an image that is not there is among the failures",
                        at -> assertThat(tagged(at, "2.0").failures())
                                .singleElement()
                                .returns("ImageNotFound", each -> each.failureCodeAsString())),
                new Contract.Check(
                        "a repository that is not there is refused",
                        refused("RepositoryNotFoundException", at -> get(at, "shop/nobody", tag("1.0")))),
                new Contract.Check(
                        "what an image is started with has an address",
                        at -> assertThat(at.images()
                                        .getDownloadUrlForLayer(request -> request.registryId(Endpoint.ACCOUNT)
                                                .repositoryName(REPOSITORY)
                                                .layerDigest(config(at)))
                                        .downloadUrl())
                                .startsWith("http")),
                new Contract.Check(
                        "a layer that is not there is refused",
                        refused(
                                "LayersNotFoundException",
                                at -> at.images()
                                        .getDownloadUrlForLayer(request -> request.registryId(Endpoint.ACCOUNT)
                                                .repositoryName(REPOSITORY)
                                                .layerDigest("sha256:" + "0".repeat(64))))),
                new Contract.Check(
                        "the program sees what an image sets",
                        at -> assertThat(seen(at))
                                .isInstanceOfSatisfying(
                                        ImageEnv.Read.class,
                                        read -> assertThat(read.names()).containsExactly(new Name("LOG_LEVEL")))),
                new Contract.Check(
                        "the program asks nobody about an image elsewhere",
                        at -> assertThat(seen(at, "web:2")).isInstanceOf(ImageEnv.NotSeen.class)));
    }

    private static String config(Endpoint at) {
        String manifest = tagged(at, "1.0").images().getFirst().imageManifest();
        return ((Manifest.OfImage) Manifest.parse(manifest, "")).config();
    }

    private static BatchGetImageResponse tagged(Endpoint at, String tag) {
        return get(at, REPOSITORY, tag(tag));
    }

    private static ImageIdentifier tag(String tag) {
        return ImageIdentifier.builder().imageTag(tag).build();
    }

    private static BatchGetImageResponse get(Endpoint at, String repository, ImageIdentifier id) {
        return at.images()
                .batchGetImage(request -> request.registryId(Endpoint.ACCOUNT)
                        .repositoryName(repository)
                        .imageIds(id)
                        .acceptedMediaTypes(Manifest.MEDIA_TYPES));
    }

    private static ImageEnv seen(Endpoint at) {
        return seen(at, "image");
    }

    private static ImageEnv seen(Endpoint at, String family) {
        return at.observe(new Request(List.of(new Query.Family(family)), List.of()).withImages())
                .deployments()
                .getFirst()
                .definitions()
                .getFirst()
                .containers()
                .getFirst()
                .image();
    }
}
