package dev.envgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An old repository begins to use the gate: 76 names are declared, 14 of them run, and one should. */
class AdoptionTest {
    private static final Path SHOP = Path.of("samples/shop");

    @TempDir
    private Path repository;

    @BeforeEach
    void copyTheShop() throws IOException {
        Files.createDirectories(repository.resolve(".git"));
        try (Stream<Path> files = Files.list(SHOP)) {
            for (Path each : files.filter(Files::isRegularFile).toList()) {
                Files.copy(each, repository.resolve(each.getFileName().toString()));
            }
        }
    }

    @Test
    void onTheFirstDayOnlyTheOneThatMattersIsRed() throws IOException {
        Ran ran = check();

        assertThat(ran.exit()).isEqualTo(1);
        assertThat(errors(ran)).containsExactly("undeployed SEARCH_API_KEY");
        assertThat(report(ran).path("rows")).hasSize(76);
    }

    @Test
    void underStrictEveryNameThatDoesNotRunIsRed() throws IOException {
        assertThat(errors(check("--strict"))).hasSize(76 - 14).contains("undeployed SEARCH_API_KEY");
    }

    @Test
    void withABaselineNothingOldCountsAndANewNameClosesTheGateAgain() throws IOException {
        Ran written = check("--strict", "--write-baseline", "known.json");
        Ran again = check("--strict", "--baseline", "known.json");
        append(".env.example", "PARTNER_API_KEY=your_key_here\n");
        Ran extended = check("--baseline", "known.json");

        assertThat(written.exit()).isZero();
        assertThat(again.exit()).isZero();
        assertThat(errors(again)).isEmpty();
        assertThat(report(again).path("setAside").size()).isGreaterThanOrEqualTo(76 - 14);
        Schemas.assertCheck(again.out());
        assertThat(extended.exit()).isEqualTo(1);
        assertThat(errors(extended)).containsExactly("not-configured PARTNER_API_KEY");
    }

    @Test
    void aLineThatMovesIsNotNew() throws IOException {
        check("--write-baseline", "known.json");
        String contract = Files.readString(repository.resolve(".env.example"));
        Files.writeString(repository.resolve(".env.example"), "# one more line\n\n\n" + contract);
        String terraform = Files.readString(repository.resolve("main.tf"));
        Files.writeString(repository.resolve("main.tf"), "\n\n" + terraform);

        assertThat(check("--baseline", "known.json").exit()).isZero();
    }

    @Test
    void nothingIsCalledHealedWhenNotEverythingWasLookedAt() throws IOException {
        configure("baseline: known.json\n");
        check("--write-baseline", "known.json");
        String contract = Files.readString(repository.resolve(".env.example"));
        Files.writeString(repository.resolve(".env.example"), contract.replace("MAIL_FROM=shop@example.com\n", ""));
        Ran ran = check();

        assertThat(ran.exit()).isZero();
        assertThat(ran.out()).doesNotContain("stale-baseline");
    }

    @Test
    void theFileIsSortedWithOneFindingALineAndWrittenTheSameTwice() throws IOException {
        check("--write-baseline", "known.json");
        String first = Files.readString(repository.resolve("known.json"));
        check("--write-baseline", "known.json");
        List<String> lines =
                first.lines().filter(line -> line.contains("fingerprint")).toList();

        assertThat(Files.readString(repository.resolve("known.json"))).isEqualTo(first);
        assertThat(lines)
                .hasSizeGreaterThan(40)
                .extracting(AdoptionTest::nameIn)
                .isSorted();
        Schemas.assertValid("baseline", first);
    }

    @Test
    void anEmptyBaselineIsAFileTooAndTheExitCodeStaysThatOfTheNextRun() throws IOException {
        Files.writeString(repository.resolve(".env.example"), "NODE_ENV=development\n");
        Ran ran = check("--write-baseline", "known.json", "--fail-on", "note");

        assertThat(ran.exit()).isZero();
        Schemas.assertValid("baseline", Files.readString(repository.resolve("known.json")));
    }

    @Test
    void nothingIsWrittenWhenSomethingCannotBeRead() throws IOException {
        Files.createDirectory(repository.resolve("nowhere"));
        Files.writeString(repository.resolve("envgate.yml"), "services: {here: {}, gone: {terraform: nowhere}}\n");
        Ran ran = check("--write-baseline", "known.json");

        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains("was not written");
        assertThat(repository.resolve("known.json")).doesNotExist();
    }

    @Test
    void aBaselineIsNotWrittenWithoutTheAnswerOfAws() {
        Ran ran = Ran.in(repository, "check", "--region", "us-east-1", "--write-baseline", "known.json");

        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains("was not written");
        assertThat(repository.resolve("known.json")).doesNotExist();
    }

    @Test
    void aNarrowerRunTakesNothingOutOfTheBaseline() throws IOException {
        check("--write-baseline", "known.json");
        String before = Files.readString(repository.resolve("known.json"));
        Ran ran = Ran.in(repository, "check", "--offline", "--write-baseline", "known.json");

        assertThat(ran.exit()).isZero();
        assertThat(before).contains("\"undeployed\"");
        assertThat(Files.readString(repository.resolve("known.json"))).contains("\"undeployed\"");
    }

    @Test
    void aBaselineThatIsNoneIsRefused() throws IOException {
        Files.writeString(repository.resolve("known.json"), "{\"schemaVersion\": 9}");
        Ran other = check("--baseline", "known.json");
        Files.writeString(repository.resolve("known.json"), "{\n  \"schemaVersion\": 1,\n  oops\n}");
        Ran broken = check("--baseline", "known.json");
        Ran missing = check("--baseline", "knwon.json");

        assertThat(other.exit()).isEqualTo(2);
        assertThat(other.err()).contains("This is not a baseline of version 1.");
        assertThat(broken.err())
                .contains("The baseline is not JSON from here on.")
                .contains("known.json:3:");
        assertThat(missing.exit()).isEqualTo(2);
        assertThat(missing.err()).contains("--write-baseline FILE");
    }

    private void configure(String text) throws IOException {
        Files.writeString(repository.resolve("envgate.yml"), text);
    }

    private void append(String file, String text) throws IOException {
        Path path = repository.resolve(file);
        Files.writeString(path, Files.readString(path) + text);
    }

    private static String nameIn(String line) {
        return line.replaceAll(".*\"name\":\"([^\"]*)\".*", "$1");
    }

    private Ran check(String... options) {
        List<String> arguments =
                new ArrayList<>(List.of("check", "--deployed", "revision-41.json", "--report", "json=-"));
        arguments.addAll(Arrays.asList(options));
        return Ran.in(repository, arguments.toArray(String[]::new));
    }

    private static List<String> errors(Ran ran) throws IOException {
        return StreamSupport.stream(report(ran).path("findings").spliterator(), false)
                .filter(each -> each.path("severity").asText().equals("error"))
                .map(each ->
                        each.path("rule").asText() + " " + each.path("name").asText())
                .toList();
    }

    private static JsonNode report(Ran ran) throws IOException {
        return new JsonMapper().readTree(ran.out());
    }
}
