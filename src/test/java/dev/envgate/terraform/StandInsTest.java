package dev.envgate.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envgate.hcl.HclParser;
import dev.envgate.text.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StandInsTest {
    private static final Path FILES = Path.of("src/main/resources/dev/envgate/terraform/standins");

    @Test
    void everyStandInIsTerraform() throws IOException {
        for (Path file : files()) {
            assertThat(HclParser.parseFile(new SourceFile(file.toString(), Files.readString(file)))
                            .problems())
                    .as(file.toString())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "cloudposse/ecs-container-definition/aws,cloudposse-ecs-container-definition",
        "git::https://example.org/cloudposse/terraform-aws-ecs-container-definition.git?ref=0.58.1,cloudposse-ecs-container-definition",
        "cloudposse/ecs-alb-service-task/aws,cloudposse-ecs-alb-service-task",
        "cloudposse/label/null,cloudposse-label-null",
        "terraform-aws-modules/ecs/aws,terraform-aws-modules-ecs",
        "terraform-aws-modules/ecs/aws//modules/service,terraform-aws-modules-ecs-service",
        "terraform-aws-modules/ecs/aws//modules/container-definition,terraform-aws-modules-ecs-container-definition"
    })
    void aSourceFindsItsStandIn(String source, String name) {
        assertThat(new StandIns().find(source, ""))
                .hasValueSatisfying(module -> assertThat(module.directory()).endsWithRaw(Path.of(name)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "terraform-aws-modules/ecs/aws//modules/cluster",
                "terraform-aws-modules/vpc/aws",
                "acme/ecs/aws",
                ""
            })
    void otherSourcesHaveNone(String source) {
        assertThat(new StandIns().find(source, "")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "terraform-aws-modules/ecs/aws|5.12.1|5012",
                "terraform-aws-modules/ecs/aws|= 5.2|5002",
                "terraform-aws-modules/ecs/aws|~> 5.0|5999",
                "terraform-aws-modules/ecs/aws|~> 5.7.0|5007",
                "terraform-aws-modules/ecs/aws|>= 5.0, < 6.0.0|5999",
                "terraform-aws-modules/ecs/aws|>= 5.0, < 6.2|6001",
                "terraform-aws-modules/ecs/aws|<= 5.9|5009",
                "terraform-aws-modules/ecs/aws|>= 5.0|999999",
                "terraform-aws-modules/ecs/aws|''|999999",
                "git::https://example.org/x.git//modules/service?ref=v5.7.0|''|5007",
                "git::https://example.org/x.git?depth=1&ref=0.58.1|''|58",
                "git::https://example.org/x.git?ref=main|''|999999",
                "terraform-aws-modules/ecs/aws|not a version|999999"
            })
    void aCallGetsTheNewestReleaseThatItAllows(String source, String version, int number) {
        assertThat(Release.of(source, version)).isEqualTo(new Release(number));
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FILES)) {
            return files.sorted().toList();
        }
    }
}
