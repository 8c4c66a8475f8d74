package dev.envgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envgate.aws.AwsSettings;
import dev.envgate.ledger.ContainerLedger;
import dev.envgate.ledger.Declaration;
import dev.envgate.ledger.Declaration.Ground;
import dev.envgate.ledger.Ledger;
import dev.envgate.ledger.ServiceLedger;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What decides how much a name is needed, and that {@code explain} says so: a case for each ground, and for each sentence of it. */
class GroundsTest {
    private static final String NAME = "PARCEL_ROUTE";

    private static final String CONTAINER = """
            resource "aws_ecs_task_definition" "parcels" {
              family                = "parcels"
              container_definitions = jsonencode([{ name = "parcels", image = "parcels:1" }])
            }
            """;

    private static final List<Case> CASES = List.of(
            new Case(
                    Ground.TAG,
                    "# @required\nPARCEL_ROUTE=north\n",
                    "required, because a tag says that it is required"),
            new Case(Ground.TAG, "# @optional\nPARCEL_ROUTE=\n", "optional, because a tag says that it is optional"),
            new Case(Ground.TAG, "# @local\nPARCEL_ROUTE=\n", "local, because a tag says that it is local"),
            new Case(
                    Ground.WORDS, "# Required in production.\nPARCEL_ROUTE=\n", "required, because its comment says `"),
            new Case(Ground.WORDS, "# Optional.\nPARCEL_ROUTE=\n", "optional, because its comment says `Optional`"),
            new Case(
                    Ground.HEADING,
                    "# --- Parcels (optional) ---\nPARCEL_ROUTE=\n",
                    "optional, because the section above it says `optional`"),
            read(
                    "# --- Parcels (optional) ---\nPARCEL_ROUTE=\n",
                    "setting, because the section above it says `optional`, but the code fails without it"),
            new Case(Ground.LOOKS, "PARCEL_ROUTE=north\n", "defaulted, because it has a value that can be used"),
            new Case(Ground.LOOKS, "PARCEL_ROUTE=\n", "setting, because it has no value"),
            new Case(Ground.LOOKS, "# PARCEL_ROUTE=north\n", "optional, because it is commented out"),
            new Case(
                    Ground.LOOKS,
                    "PARCEL_ROUTE=your_key_here\n",
                    "a secret, because the value looks like a placeholder for a secret"),
            configured("required", "required, because `classes` of the configuration has `PARCEL_*` under `required`"),
            configured("optional", "optional, because `classes` of the configuration has `PARCEL_*` under `optional`"),
            configured("local", "local, because `classes` of the configuration has `PARCEL_*` under `local`"),
            configured("secret", "a secret, because `classes` of the configuration has `PARCEL_*` under `secret`"),
            new Case(
                    Ground.STRICT,
                    "PARCEL_ROUTE=north\n",
                    "",
                    "",
                    true,
                    "required, because `--strict` makes every declared name required"));

    @TempDir
    private Path repository;

    /**
     * A contract that leads to a ground.
     *
     * @param configuration {@code envgate.yml}; empty for none
     * @param code of the application; empty for none
     * @param sentence how the line of the explanation begins that tells it
     */
    private record Case(
            Ground ground, String contract, String configuration, String code, boolean strict, String sentence) {
        Case(Ground ground, String contract, String sentence) {
            this(ground, contract, "", "", false, sentence);
        }
    }

    private static Case configured(String key, String sentence) {
        return new Case(
                Ground.SETTINGS,
                "PARCEL_ROUTE=north\n",
                "classes:\n  %s: [PARCEL_*]\n".formatted(key),
                "",
                false,
                sentence);
    }

    /** One whose code fails without the name. */
    private static Case read(String contract, String sentence) {
        return new Case(
                Ground.CODE, contract, "", "import os\n\nroute = os.environ['PARCEL_ROUTE']\n", false, sentence);
    }

    @Test
    void everyGroundHasACase() {
        assertThat(CASES.stream().map(Case::ground).collect(Collectors.toSet())).isEqualTo(EnumSet.allOf(Ground.class));
    }

    @TestFactory
    Stream<DynamicTest> everyGroundIsReachedAndExplained() {
        return CASES.stream().map(each -> DynamicTest.dynamicTest(each.sentence(), () -> check(each)));
    }

    private void check(Case each) throws IOException, Misuse {
        Files.createDirectories(repository.resolve(".git"));
        Files.writeString(repository.resolve(".env.example"), each.contract());
        Files.writeString(repository.resolve("main.tf"), CONTAINER);
        write("envgate.yml", each.configuration());
        write("parcels.py", each.code());

        assertThat(grounds(each.strict())).containsExactly(each.ground());

        Ran ran = Ran.in(
                repository,
                Stream.concat(
                                Stream.of("explain", NAME, "--offline"),
                                each.strict() ? Stream.of("--strict") : Stream.of())
                        .toArray(String[]::new));
        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(Arrays.stream(ran.out().split("\n")).map(String::strip))
                .as(ran.out())
                .anyMatch(line -> line.startsWith(each.sentence()));
        Files.deleteIfExists(repository.resolve("envgate.yml"));
        Files.deleteIfExists(repository.resolve("parcels.py"));
    }

    private void write(String file, String text) throws IOException {
        if (!text.isEmpty()) {
            Files.writeString(repository.resolve(file), text);
        }
    }

    /** What decided the declarations of the name, as the facts of a run have it. */
    private List<Ground> grounds(boolean strict) throws Misuse {
        Console console = new Console(
                new PrintStream(OutputStream.nullOutputStream()),
                new PrintStream(OutputStream.nullOutputStream()),
                Map.of(),
                repository,
                false,
                Instant.EPOCH);
        ConfigOptions config = new ConfigOptions();
        ConfigFile file = ConfigFile.find(config, console);
        Gathering gathering =
                new Gathering(console, file, config, new InputOptions(), AwsOptions.notAsked(), AwsSettings.DEFAULT);
        return gathering.configured().stream()
                .map(facts -> facts.ledger(strict, file.settings().conventions()))
                .map(Ledger::services)
                .flatMap(List::stream)
                .map(ServiceLedger::containers)
                .flatMap(List::stream)
                .map(ContainerLedger::rows)
                .flatMap(List::stream)
                .filter(row -> row.name().text().equals(NAME))
                .flatMap(row -> row.declarations().stream())
                .map(Declaration::ground)
                .toList();
    }
}
