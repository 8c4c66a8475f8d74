package dev.envgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envgate.smallaws.Call;
import dev.envgate.smallaws.SmallAws;
import dev.envgate.smallaws.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an image sets by {@code ENV} is not missing, where somebody asks for it. */
class ImageEnvTest {
    private static final String REGISTRY = "123456789012.dkr.ecr.us-east-1.amazonaws.com/";
    private static final String SETS =
            "\"PATH=/usr/bin\", \"LOG_LEVEL=planted-value\", \"EMPTY=\", \"API_TOKEN=planted-value\", \"APP_MODE=planted-value\"";

    @TempDir
    private Path directory;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(
                directory.resolve(".env.example"),
                "# @required\nLOG_LEVEL=info\n# @required\nEMPTY=x\n# @secret\nAPI_TOKEN=\n# @required\nAPP_MODE=a\n");
        Files.writeString(directory.resolve("main.tf"), """
                resource "aws_ecs_task_definition" "app" {
                  family                = "app"
                  container_definitions = jsonencode([{ name = "app", image = "app", environment = [{ name = "APP_MODE", value = "b" }] }])
                }
                resource "aws_ecs_service" "app" {
                  name            = "app"
                  cluster         = "main"
                  task_definition = aws_ecs_task_definition.app.arn
                }
                """);
    }

    private static World world(String image, String denied) {
        return World.parse("""
                {"account": "123456789012", "region": "us-east-1", "denied": [%s],
                 "clusters": {"main": {"services": {"app": {"taskDefinition": "app:7"}}}},
                 "taskDefinitions": [{"family": "app", "revision": 7, "containerDefinitions": [{"name": "app", "image": "%s"}]}],
                 "repositories": {"%sapp": [{"tags": ["1.0"], "env": [%s]}]}}
                """.formatted(denied, image, REGISTRY, SETS));
    }

    private Ran check(World world, String... options) {
        try (SmallAws aws = SmallAws.start(world)) {
            List<String> arguments = new ArrayList<>(List.of("check", "--terraform", "."));
            arguments.addAll(List.of(options));
            Ran ran = Ran.against(aws, directory, arguments.toArray(String[]::new));
            assertThat(aws.unknownOperations()).isEmpty();
            assertThat(ran.all()).doesNotContain("planted-value");
            return ran;
        }
    }

    @Test
    void nobodyLooksUnlessSomebodyAsks() {
        try (SmallAws aws = SmallAws.start(world(REGISTRY + "app:1.0", ""))) {
            Ran ran = Ran.against(aws, directory, "check", "--terraform", ".");
            assertThat(ran.out()).contains("error[not-configured] LOG_LEVEL");
            assertThat(aws.calls()).extracting(Call::operation).noneMatch(each -> each.startsWith("ecr:"));
        }
    }

    @Test
    void aSettingOfTheImageIsNotMissing() {
        Ran ran = check(world(REGISTRY + "app:1.0", ""), "--image-env");
        assertThat(ran.out()).doesNotContain("LOG_LEVEL", "PATH", "unmanaged");
    }

    @Test
    void anEmptyOneASecretAndOneThatTerraformGivesAreAsMissingAsBefore() {
        Ran ran = check(world(REGISTRY + "app:1.0", ""), "--image-env");
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.out())
                .contains(
                        "error[not-configured] EMPTY", "error[not-configured] API_TOKEN", "error[undeployed] APP_MODE");
    }

    @Test
    void whatCouldNotBeLookedAtIsNotVerifiedAndStaysMissing() {
        Ran denied = check(world(REGISTRY + "app:1.0", "\"ecr:*\""), "--image-env", "-v");
        assertThat(denied.out().replaceAll("\\s+", " "))
                .contains("error[not-configured] LOG_LEVEL")
                .contains("the image " + REGISTRY + "app:1.0: AWS denied `ecr:BatchGetImage` for `app:1.0`")
                .contains("allow `ecr:BatchGetImage`");
        Ran elsewhere = check(world("public.ecr.aws/shop/app:1.0", ""), "--image-env", "-v");
        assertThat(elsewhere.out().replaceAll("\\s+", " "))
                .contains("What the image `public.ecr.aws/shop/app:1.0` sets is not looked at");
        assertThat(check(world("public.ecr.aws/shop/app:1.0", "")).out()).doesNotContain("the image");
    }

    @Test
    void anImageThatCannotBeLookedAtIsNoMatterWhereNothingIsMissing() throws IOException {
        Files.writeString(directory.resolve(".env.example"), "");
        Ran ran = check(world("public.ecr.aws/shop/app:1.0", ""), "--image-env", "--require-verified");
        assertThat(ran.out()).doesNotContain("public.ecr.aws");
    }

    @Test
    void whereTheLiveSideIsAFileNobodyLooksAndThatIsSaid() throws IOException {
        Files.writeString(
                directory.resolve("td.json"),
                "{\"family\": \"app\", \"revision\": 7, \"containerDefinitions\": [{\"name\": \"app\"}]}");
        Ran ran = check(world(REGISTRY + "app:1.0", ""), "--image-env", "--deployed", "td.json", "-v");
        assertThat(ran.out().replaceAll("\\s+", " "))
                .contains("`--image-env` looks at it, and what runs was read from a file");
    }

    @Test
    void aSnapshotKeepsTheNamesAndOneWithoutThemSaysSo() throws IOException {
        Path file = directory.resolve("aws.json");
        try (SmallAws aws = SmallAws.start(world(REGISTRY + "app:1.0", ""))) {
            for (String option : List.of("--image-env", "--no-env-files")) {
                Ran made = Ran.against(aws, directory, "snapshot", "--terraform", ".", "-o", "aws.json", option);
                assertThat(made.exit()).as(made.all()).isZero();
                assertThat(Files.readString(file)).doesNotContain("planted-value");
                Ran ran = Ran.in(directory, "check", "--terraform", ".", "--snapshot", "aws.json", "--image-env", "-v");
                boolean kept = option.equals("--image-env");
                assertThat(ran.out().contains("not-configured] LOG_LEVEL")).isNotEqualTo(kept);
                assertThat(ran.out().replaceAll("\\s+", " ").contains("the snapshot `aws.json` was made without it"))
                        .isNotEqualTo(kept);
            }
        }
    }

    @Test
    void explainingTheNameSaysWhereItIsFrom() {
        try (SmallAws aws = SmallAws.start(world(REGISTRY + "app:1.0", ""))) {
            Ran ran = Ran.against(aws, directory, "explain", "LOG_LEVEL", "--terraform", ".", "--image-env");
            assertThat(ran.out()).contains("in `ENV` of the image " + REGISTRY + "app:1.0");
            Ran json = Ran.against(aws, directory, "check", "--terraform", ".", "--image-env", "--report", "json=-");
            assertThat(json.out()).contains("\"image\" : \"" + REGISTRY + "app:1.0\"");
        }
    }
}
