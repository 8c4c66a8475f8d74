package dev.envgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Writes new secrets into the sample of letters. What comes of it stands below {@code src/test/resources/repair/scaffold}, where real Terraform
 * looks at it too; {@code -Dgolden.update=true} rewrites what differs.
 */
class ScaffoldTest {
    private static final Path EXPECTED = Path.of("src/test/resources/repair/scaffold");

    @TempDir
    private Path scratch;

    @ParameterizedTest
    @CsvSource({
        "secret, PRINTER_API_KEY, ''",
        "undeclared, STAMPS_API_KEY, ''",
        "parameter, PRINTER_API_KEY, --ssm",
        "module, PRINTER_API_KEY, --module=modules/secret",
        "module-of-parameters, PRINTER_API_KEY, --ssm --module=modules/parameter",
        "stored-as, PRINTER_API_KEY, --stored-as=letters/printer",
    })
    void aNewSecretIsWrittenAsTheOthersAre(String folder, String name, String options) throws IOException {
        Path copy = sample();
        Stream<String> asked = Pattern.compile(" ").splitAsStream(options).filter(each -> !each.isEmpty());
        Ran ran =
                scaffold(copy, Stream.concat(Stream.of(name, "--write"), asked).toArray(String[]::new));

        assertThat(ran.exit()).as(ran.all()).isZero();
        compare(EXPECTED.resolve(folder), copy);
        Ran check = Ran.in(
                copy, "check", "--offline", "--env-file", ".env.example", "--terraform", ".", "--fail-on", "note");
        assertThat(check.out()).doesNotContain(name);
    }

    private static void compare(Path expected, Path copy) throws IOException {
        Map<String, String> files = files(copy);
        if (Boolean.getBoolean("golden.update")) {
            for (Map.Entry<String, String> each : files.entrySet()) {
                Files.createDirectories(expected.resolve(each.getKey()).resolveSibling(""));
                Files.writeString(expected.resolve(each.getKey()), each.getValue());
            }
        }
        assertThat(files).isEqualTo(files(expected));
    }

    /** A list that did not come would leave services out without a word. */
    @Test
    void servicesThatOnlyAwsCouldListAreNotScaffoldedFor() throws IOException {
        Ran ran = scaffold(sample(), "PRINTER_API_KEY", "--all");

        assertThat(ran.exit()).as(ran.all()).isEqualTo(2);
        assertThat(ran.err()).contains("does not ask it").contains("choose one service with `--service`.");
    }

    @Test
    void aRoleThatIsNotKnownIsAskedFor() throws IOException {
        Path copy = sample();
        withRoleFromOutside(copy);

        Ran ran = scaffold(copy, "PRINTER_API_KEY", "--module", "modules/secret", "--write");

        assertThat(ran.exit()).as(ran.all()).isZero();
        assertThat(ran.out()).contains("the variable `execution_role_name`");
        compare(EXPECTED.resolve("module-without-role"), copy);
        assertThat(scaffold(copy, "STAMPS_API_KEY", "--module", "modules/secret", "--write")
                        .exit())
                .isZero();
        assertThat(Files.readString(copy.resolve("main.tf"))).containsOnlyOnce("variable \"execution_role_name\"");
    }

    /** As where another team makes the role. */
    private static void withRoleFromOutside(Path copy) throws IOException {
        String text = Files.readString(copy.resolve("main.tf"));
        Files.writeString(
                copy.resolve("main.tf"),
                "variable \"role_arn\" {\n  type = string\n}\n\n"
                        + text.replaceFirst("(execution_role_arn +)= [^\n]*", "$1= var.role_arn"));
    }

    @Test
    void aSecondSecretCallsTheModuleThatIsThere() throws IOException {
        Path copy = sample();
        scaffold(copy, "PRINTER_API_KEY", "--module", "modules/secret", "--write");
        String module = Files.readString(copy.resolve("modules/secret/main.tf"));
        Files.writeString(copy.resolve("modules/secret/main.tf"), "# ours\n" + module);

        Ran ran = scaffold(copy, "STAMPS_API_KEY", "--module", "modules/secret", "--write");

        assertThat(ran.exit()).as(ran.all()).isZero();
        assertThat(Files.readString(copy.resolve("modules/secret/main.tf"))).startsWith("# ours\n");
        assertThat(Files.readString(copy.resolve("main.tf"))).contains("module.secret_stamps_api_key.arn");
    }

    @Test
    void aNameThatTheTeamWouldNotGiveIsRefused() throws IOException {
        Path copy = sample();
        Files.writeString(copy.resolve("envgate.yml"), "conventions:\n  secrets: [\"letters/[a-z]+\"]\n");

        Ran ran = scaffold(copy, "PRINTER_API_KEY");

        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains("`letters/[a-z]+`", "--stored-as");
        assertThat(scaffold(copy, "PRINTER_API_KEY", "--stored-as", "letters/printer")
                        .exit())
                .isZero();
    }

    @Test
    void aNameThatTheContainerHasIsRefused() throws IOException {
        Ran ran = scaffold(sample(), "DB_PASSWORD");

        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains("Terraform gives `DB_PASSWORD` to the container already.");
    }

    @Test
    void nothingThatCouldEndAStringIsANameInAStore() throws IOException {
        assertThat(scaffold(sample(), "PRINTER_API_KEY", "--stored-as", "a\"b").exit())
                .isEqualTo(2);
    }

    private static Ran scaffold(Path directory, String... arguments) {
        List<String> all = Stream.concat(
                        Stream.of("scaffold", "secret", "--env-file", ".env.example", "--terraform", "."),
                        Stream.of(arguments))
                .toList();
        return Ran.in(directory, all.toArray(String[]::new));
    }

    private Path sample() throws IOException {
        Files.createDirectories(scratch.resolve(".git"));
        for (String each : List.of(".env.example", "main.tf")) {
            Files.copy(Path.of("samples/letters", each), scratch.resolve(each));
        }
        return scratch;
    }

    private static Map<String, String> files(Path folder) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path each : files.filter(Files::isRegularFile).toList()) {
                texts.put(folder.relativize(each).toString(), Files.readString(each));
            }
        }
        return texts;
    }
}
