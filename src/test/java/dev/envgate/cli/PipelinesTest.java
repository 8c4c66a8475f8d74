package dev.envgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envgate.report.Report;
import dev.envgate.report.Reports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Runs every command that the recipes for pipelines and the hooks of pre-commit have, and looks for the reports that they upload. */
class PipelinesTest {
    private static final Path RECIPES = Path.of("docs/pipelines");
    private static final Path HOOKS = Path.of(".pre-commit-hooks.yaml");
    private static final Pattern COMMAND = Pattern.compile("(?<![\\w/])envgate (check[^\\n']*)");
    private static final Pattern REPORT = Pattern.compile("--report [a-z]+=([^- ][^ ]*)");

    @TempDir
    private Path directory;

    @TestFactory
    Stream<DynamicTest> everyCommandIsUnderstoodAndWritesItsReports() throws IOException {
        return Stream.of(
                        RECIPES.resolve("gitlab-ci.yml"),
                        RECIPES.resolve("circleci.yml"),
                        RECIPES.resolve("Jenkinsfile"),
                        HOOKS)
                .flatMap(file -> commands(file).stream()
                        .map(command -> DynamicTest.dynamicTest(file + ": " + command, () -> run(command))));
    }

    @Test
    void thePageAndTheReadmeHaveEveryFormat() {
        List<String> rows = read(Path.of("docs/pipelines.md")).lines().toList();
        String readme = read(Path.of("README.md"));
        for (Report report : Reports.ALL) {
            assertThat(rows)
                    .filteredOn(row -> row.startsWith("| `" + report.id() + "` |"))
                    .hasSize(1);
            assertThat(readme.substring(readme.indexOf("\n## Reports"))).contains("`" + report.id() + "`");
        }
    }

    private static List<String> commands(Path file) {
        List<String> commands =
                COMMAND.matcher(read(file)).results().map(each -> each.group(1)).toList();
        assertThat(commands).as(file.toString()).isNotEmpty();
        return commands;
    }

    private void run(String command) throws IOException {
        Files.createDirectories(directory.resolve("reports/envgate"));
        for (String file : DemoCommand.FILES) {
            Files.copy(Path.of("samples/hokusai", file), directory.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        Ran ran = Ran.in(
                directory,
                Stream.concat(
                                Arrays.stream(command.split(" +")),
                                command.contains("--offline")
                                        ? Stream.of()
                                        : Stream.of(
                                                "--deployed",
                                                Ran.REPOSITORY
                                                        .resolve("samples/hokusai/revision-150.json")
                                                        .toString()))
                        .toArray(String[]::new));

        assertThat(ran.exit()).as(ran.all()).isEqualTo(command.contains("--offline") ? 0 : 1);
        assertThat(REPORT.matcher(command).results().map(each -> directory.resolve(each.group(1))))
                .allSatisfy(file -> assertThat(file).isNotEmptyFile());
    }

    @Test
    void everyHookHasWhatPreCommitDemands() {
        Object hooks = new Load(LoadSettings.builder().build()).loadFromString(read(HOOKS));

        assertThat(hooks)
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .isNotEmpty()
                .allSatisfy(
                        hook -> assertThat(((Map<?, ?>) hook).keySet().stream().map(String::valueOf))
                                .contains("id", "name", "entry", "language"));
    }

    /** The files that a commit can change the answer with. */
    @Test
    void theQuickHookLooksAtEveryFileThatItIsAbout() {
        String files = read(HOOKS)
                .lines()
                .filter(line -> line.startsWith("  files: '"))
                .map(line -> line.substring("  files: '".length(), line.length() - 1))
                .findFirst()
                .orElseThrow();

        assertThat(Stream.of("api/.env.example", "infra/main.tf", "main.tf.json", "prod.tfvars", "envgate.yml"))
                .allMatch(file -> Pattern.compile(files).matcher(file).find());
        assertThat(Pattern.compile(files).matcher("src/main.py").find()).isFalse();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
