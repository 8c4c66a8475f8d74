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
        assertThat(new StandIns().find(source))
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
        assertThat(new StandIns().find(source)).isEmpty();
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FILES)) {
            return files.sorted().toList();
        }
    }
}
