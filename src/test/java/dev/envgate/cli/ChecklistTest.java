package dev.envgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envgate.smallaws.SmallAws;
import dev.envgate.smallaws.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ChecklistTest {
    private static final Path HOKUSAI = Path.of("samples/hokusai");

    @Test
    void theIncidentIsOneLineThatIsNotDone() throws IOException {
        Ran ran = against("world-incident.json");

        assertThat(ran.exit()).isZero();
        assertThat(ran.out())
                .contains("The gate is closed.")
                .contains("- [x] Terraform gives every declared variable to its container\n")
                .contains("- [ ] What runs is what Terraform has: not done. `HUGGINGFACE_API_KEY` (`undeployed`)\n")
                .doesNotContain("The endpoints answer");
        assertThat(against("world-incident.json", "--check").exit()).isEqualTo(1);
    }

    @Test
    void afterTheRepairEveryLineIsDone() throws IOException {
        Ran ran = against("world-fixed.json", "--check");

        assertThat(ran.exit()).isZero();
        assertThat(ran.out()).contains("The gate is open.").doesNotContain("- [ ]");
    }

    @Test
    void whatNobodyLookedAtCannotBeTold() {
        Ran ran = Ran.in(Ran.REPOSITORY, arguments("--offline"));

        assertThat(ran.out())
                .contains("- [ ] What runs is what Terraform has: cannot be told.")
                .contains(
                        "- [ ] Every secret, parameter and environment file is there and has a value: cannot be told.")
                .contains("- [x] The contract can be read");
    }

    private static Ran against(String world, String... more) throws IOException {
        try (SmallAws aws = SmallAws.start(World.parse(Files.readString(HOKUSAI.resolve(world))))) {
            return Ran.against(aws, Ran.REPOSITORY, arguments(more));
        }
    }

    private static String[] arguments(String... more) {
        return Stream.concat(
                        List.of("checklist", "--env-file", HOKUSAI + "/.env.example", "--terraform", HOKUSAI.toString())
                                .stream(),
                        Stream.of(more))
                .toArray(String[]::new);
    }
}
