package dev.envgate.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envgate.ledger.ImageEnv;
import dev.envgate.ledger.Name;
import dev.envgate.ledger.NotVerified;
import dev.envgate.smallaws.Call;
import dev.envgate.smallaws.Fault;
import dev.envgate.smallaws.SmallAws;
import dev.envgate.smallaws.World;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What images set: which one it is, for which platform, and what is believed of what lies at an address. */
class ImagesTest {
    private static final String REGISTRY = "123456789012.dkr.ecr.us-east-1.amazonaws.com/";
    private static final String OLD = "sha256:" + "0".repeat(64);
    private static final String LAYER = "ecr:Layer";
    private static final String ADDRESS = "ecr:GetDownloadUrlForLayer";

    /** A service with one container; {@code more} is said in its task definition, {@code task} of its only task. */
    private static World world(String image, String more, String task) {
        return World.parse("""
                {"account": "123456789012", "region": "us-east-1",
                 "clusters": {"one": {"services": {"web": {"taskDefinition": "web:1", "tasks": [%s]}}}},
                 "taskDefinitions": [{"family": "web", "revision": 1, %s "containerDefinitions": [{"name": "web", "image": "%s"}]}],
                 "repositories": {
                   "%2$sweb": [
                     {"digest": "%5$s", "env": ["OLD=a", "BOTH=a"]},
                     {"tags": ["1.0", "latest"], "env": ["NEW=a", "BOTH=a", "REPLACE=changeme", "BLANK= "]},
                     {"tags": ["all"], "platforms": {"linux/amd64": ["INTEL=a"], "linux/arm64": ["ARM=a"], "unknown/unknown": ["NOTHING=a"]}},
                     {"tags": ["arm"], "platforms": {"linux/arm64": ["ARM=a"]}}],
                   "210987654321.dkr.ecr.eu-west-1.amazonaws.com/base/web": [{"tags": ["1.0"], "env": ["ABROAD=a"]}]}}
                """.replace("%2$s", REGISTRY).replace("%5$s", OLD).formatted(task, more, image));
    }

    private static ImageEnv look(SmallAws small) {
        return new Aws(AwsSettings.forEndpoint(small.endpointUrl(), "us-east-1").withAttempts(1))
                .observe(new Request(List.of(new Query.Service("one", "web")), List.of()).withImages())
                .deployments()
                .getFirst()
                .definitions()
                .getFirst()
                .containers()
                .getFirst()
                .image();
    }

    private static ImageEnv look(World world) {
        try (SmallAws small = SmallAws.start(world)) {
            ImageEnv image = look(small);
            assertThat(small.unknownOperations()).isEmpty();
            return image;
        }
    }

    private static ImageEnv look(String image) {
        return look(world(image, "", ""));
    }

    private static String task(String digest) {
        return "{\"taskDefinition\": \"web:1\", \"containers\": [{\"name\": \"web\", \"imageDigest\": \"%s\"}]}"
                .formatted(digest);
    }

    private static List<String> names(ImageEnv image) {
        assertThat(image).isInstanceOf(ImageEnv.Read.class);
        return ((ImageEnv.Read) image).names().stream().map(Name::text).toList();
    }

    private static String why(ImageEnv image) {
        assertThat(image).isInstanceOf(ImageEnv.NotSeen.class);
        return ((ImageEnv.NotSeen) image).why();
    }

    @Test
    void anImageSetsWhatHasATextThatIsMeant() {
        assertThat(names(look(REGISTRY + "web:1.0"))).containsExactly("BOTH", "NEW");
        assertThat(names(look(REGISTRY + "web"))).containsExactly("BOTH", "NEW");
        assertThat(names(look(REGISTRY + "web:gone@" + OLD))).containsExactly("BOTH", "OLD");
    }

    @Test
    void ofSeveralPlatformsItIsThatOfTheTaskDefinition() {
        assertThat(names(look(REGISTRY + "web:all"))).containsExactly("INTEL");
        assertThat(names(look(
                        world(REGISTRY + "web:all", "\"runtimePlatform\": {\"cpuArchitecture\": \"ARM64\"},", ""))))
                .containsExactly("ARM");
        assertThat(why(look(REGISTRY + "web:arm"))).contains("is not there once for the platform");
        assertThat(why(look(world(
                        REGISTRY + "web:all",
                        "\"runtimePlatform\": {\"operatingSystemFamily\": \"WINDOWS_SERVER_2022_CORE\"},",
                        ""))))
                .contains("is not there once for the platform");
    }

    @Test
    void aRegistryOfAnotherAccountIsAskedInItsRegion() {
        try (SmallAws small =
                SmallAws.start(world("210987654321.dkr.ecr.eu-west-1.amazonaws.com/base/web:1.0", "", ""))) {
            assertThat(names(look(small))).containsExactly("ABROAD");
            assertThat(small.calls())
                    .filteredOn(call -> call.operation().startsWith("ecr:")
                            && !call.operation().equals(LAYER))
                    .hasSize(2)
                    .allSatisfy(call -> assertThat(call.region()).isEqualTo("eu-west-1"))
                    .allSatisfy(call ->
                            assertThat(call.input().path("registryId").asText()).isEqualTo("210987654321"));
        }
    }

    @Test
    void whereTheTagWasMovedOnlyWhatBothImagesSetIsCertain() {
        ImageEnv image = look(world(REGISTRY + "web:1.0", "", task(OLD)));
        assertThat(names(image)).containsExactly("BOTH");
        assertThat(((ImageEnv.Read) image).unsure()).extracting(Name::text).containsExactly("NEW", "OLD");
        assertThat(((ImageEnv.Read) image).doubt()).contains("the tag of the image was moved");
    }

    @Test
    void tasksOfAnotherRevisionSayNothingOfTheImage() {
        String other = task(OLD).replace("web:1", "web:2");
        assertThat(names(look(world(REGISTRY + "web:1.0", "", other)))).containsExactly("BOTH", "NEW");
    }

    @Test
    void whereNobodySaysWhichImageRunsATagIsNotEnough() {
        String silent = "{\"taskDefinition\": \"web:1\"}";
        assertThat(why(look(world(REGISTRY + "web:1.0", "", silent)))).contains("ECS does not say which image");
        assertThat(names(look(world(REGISTRY + "web@" + OLD, "", silent)))).containsExactly("BOTH", "OLD");
        World denied = World.parse(text(REGISTRY + "web:1.0").replaceFirst("\\{", "{\"denied\": [\"ecs:ListTasks\"],"));
        assertThat(why(look(denied))).contains("`ecs:ListTasks`");
    }

    @Test
    void whatIsNotThereIsNotKnown() {
        assertThat(why(look(REGISTRY + "web:2.0")))
                .isEqualTo("ECR has nothing that `ecr:BatchGetImage` could find for `web:2.0`.");
        assertThat(why(look(REGISTRY + "nobody:1.0")))
                .contains("ECR has nothing")
                .contains("RepositoryNotFound");
        assertThat(why(look(world(REGISTRY + "web:1.0", "", task("sha256:" + "1".repeat(64))))))
                .contains("web@sha256:1111");
    }

    @Test
    void whatIsNotInEcrIsAskedOfNobody() {
        try (SmallAws small = SmallAws.start(world("docker.io/library/nginx:1", "", ""))) {
            ImageEnv image = look(small);
            assertThat(why(image)).contains("in no private registry of ECR");
            assertThat(((ImageEnv.NotSeen) image).cause()).isEqualTo(NotVerified.Cause.UNDECIDED);
            assertThat(small.calls()).extracting(Call::operation).noneMatch(each -> each.startsWith("ecr:"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "123456789012.dkr.ecr.us-east-1.amazonaws.com.evil.example/web:1",
                "123456789012.dkr.ecr.us-east-1.evil.example/web:1",
                "12345678901.dkr.ecr.us-east-1.amazonaws.com/web:1",
                "123456789012.dkr.ecr.us-east-1.amazonaws.com/web:1@sha256:00",
                "evil/123456789012.dkr.ecr.us-east-1.amazonaws.com/web",
                ""
            })
    void whatOnlyLooksLikeARegistryIsNone(String image) {
        assertThat(Repository.of(image)).isEmpty();
    }

    @Test
    void everyFormOfAReferenceIsRead() {
        assertThat(Repository.of("123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn/a/b"))
                .contains(new Repository("123456789012", "cn-north-1", "a/b", "latest", ""));
        assertThat(Repository.of("123456789012.dkr-ecr.us-east-1.on.aws/a:1"))
                .contains(new Repository("123456789012", "us-east-1", "a", "1", ""));
        assertThat(Repository.of("123456789012.dkr.ecr-fips.us-gov-west-1.amazonaws.com/a:1@" + OLD))
                .contains(new Repository("123456789012", "us-gov-west-1", "a", "", OLD));
    }

    private static String text(String image) {
        return """
                {"account": "123456789012", "region": "us-east-1",
                 "clusters": {"one": {"services": {"web": {"taskDefinition": "web:1"}}}},
                 "taskDefinitions": [{"family": "web", "revision": 1, "containerDefinitions": [{"name": "web", "image": "%s"}]}],
                 "repositories": {"%sweb": [{"tags": ["1.0"], "env": ["NEW=a"]}]}}
                """.formatted(image, REGISTRY);
    }

    private static ImageEnv spoilt(String operation, byte[] response) {
        try (SmallAws small = SmallAws.start(world(REGISTRY + "web:1.0", "", ""))) {
            small.spoil(operation, call -> true, Fault.response(response));
            ImageEnv image = look(small);
            assertThat(image.toString()).doesNotContain("planted-value");
            return image;
        }
    }

    private static byte[] response(String status, String head, String body) {
        return ("HTTP/1.1 " + status + " -\r\nContent-Length: " + body.length() + "\r\n" + head + "\r\n" + body)
                .getBytes(StandardCharsets.US_ASCII);
    }

    @Test
    void aRedirectIsNotFollowed() {
        try (SmallAws other = SmallAws.start(world("", "", ""))) {
            String there = "Location: " + other.endpointUrl() + "/layers/x\r\n";
            assertThat(why(spoilt(LAYER, response("302", there, "")))).contains("is not AWS");
            assertThat(other.calls()).isEmpty();
        }
    }

    @Test
    void whatHasAnotherDigestIsNotBelieved() {
        String forged = "{\"config\": {\"Env\": [\"FORGED=planted-value\"]}}";
        assertThat(why(spoilt(LAYER, response("200", "", forged)))).contains("is not what the digest says");
        assertThat(why(spoilt(LAYER, response("200", "", "x".repeat(1_100_000)))))
                .contains("is not what the digest says");
        assertThat(why(spoilt(LAYER, response("403", "", "<Error/>")))).contains("is not AWS");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://prod-us-east-1-starport-layer-bucket.s3.us-east-1.amazonaws.com/x?planted-value",
                "https://user@prod.s3.us-east-1.amazonaws.com/x?planted-value",
                "https://prod.s3.us-east-1.amazonaws.com:8443/x?planted-value",
                "https://prod.s3.us-east-1.amazonaws.com.evil.example/x?planted-value",
                "https://ec2-1-2-3-4.compute-1.amazonaws.com/x?planted-value",
                "https://s3.evil.example/x?planted-value",
                "http://169.254.169.254/latest/meta-data/planted-value",
                "file:///etc/passwd?planted-value",
                "nothing of the kind planted-value"
            })
    void onlyS3IsAsked(String address) {
        String answer = "{\"downloadUrl\": \"" + address + "\"}";
        assertThat(why(spoilt(ADDRESS, response("200", "Content-Type: application/x-amz-json-1.1\r\n", answer))))
                .contains("with an address that is not one in S3, and it was not asked");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://prod-us-east-1-starport-layer-bucket.s3.us-east-1.amazonaws.com/a/b?X-Amz-Signature=c",
                "https://prod-cn-north-1-starport-layer-bucket.s3.cn-north-1.amazonaws.com.cn/a",
                "https://prod.s3.dualstack.eu-west-1.amazonaws.com/a",
                "https://s3.us-west-2.amazonaws.com/bucket/a",
                "https://prod-us-east-1-starport-layer-bucket.s3.amazonaws.com/a"
            })
    void everyFormOfAnAddressInS3IsAsked(String address) {
        assertThat(Layers.inS3(java.net.URI.create(address))).isTrue();
    }
}
