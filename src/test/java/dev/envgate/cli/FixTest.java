package dev.envgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.envgate.repair.Repair;
import dev.envgate.repair.Repairs;
import dev.envgate.rule.Rule;
import dev.envgate.rule.Rules;
import dev.envgate.smallaws.SmallAws;
import dev.envgate.smallaws.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs {@code fix} on every case below {@code src/test/resources/repair/cases}, folders of one rule each, and compares what it prints with
 * {@code expected.txt} and what it writes with the files below {@code after}; then {@code check} has to find the fault no longer. What
 * {@code fix} says of the example of every rule stands in {@code repair/commands}. {@code -Dgolden.update=true} rewrites
 * what differs.
 */
class FixTest {
    private static final Path CASES = Path.of("src/test/resources/repair/cases");

    private static final Path COMMANDS = Path.of("src/test/resources/repair/commands");

    @TempDir
    private Path scratch;

    @TestFactory
    Stream<DynamicTest> everyCaseIsRepairedAsExpected() throws IOException {
        try (Stream<Path> folders = Files.walk(CASES, 2)) {
            return folders.filter(each -> Files.isRegularFile(each.resolve(".env.example"))).sorted().toList().stream()
                    .map(each -> DynamicTest.dynamicTest(CASES.relativize(each).toString(), () -> check(each)));
        }
    }

    private void check(Path folder) throws IOException {
        Path world = folder.resolve("aws.json");
        if (!Files.exists(world)) {
            check(folder, arguments -> Ran.in(copied(folder), arguments));
            return;
        }
        String text = Files.readString(world);
        String region = new JsonMapper().readTree(text).path("region").asText();
        try (SmallAws aws = SmallAws.start(World.parse(text))) {
            check(
                    folder,
                    arguments -> Ran.against(
                            aws,
                            copied(folder),
                            Stream.concat(
                                            Arrays.stream(arguments).filter(each -> !each.equals("--offline")),
                                            Stream.of("--region", region))
                                    .toArray(String[]::new)));
            assertThat(aws.unknownOperations()).isEmpty();
        }
    }

    /** Runs the program in the copy of a case. */
    private interface Program {
        Ran run(String... arguments) throws IOException;
    }

    private void check(Path folder, Program program) throws IOException {
        Path copy = copy(folder);
        Map<String, String> before = files(copy);
        Ran printed = fix(program, folder);
        assertThat(files(copy)).as("nothing is written without `--write`").isEqualTo(before);
        compare(folder.resolve("expected.txt"), "exit " + printed.exit() + "\n" + printed.all());

        Ran written = fix(program, folder, "--write");
        Map<String, String> after = files(copy);
        after.entrySet().removeIf(each -> each.getValue().equals(before.get(each.getKey())));
        compareFiles(folder.resolve("after"), after);

        assertThat(written.exit()).isEqualTo(printed.exit());
        String rule = String.valueOf(CASES.relativize(folder).getName(0));
        if (!after.isEmpty()) {
            assertThat(program.run(arguments(folder, "check", "-v")).all()).doesNotContain("[" + rule + "]");
            assertThat(files(copy)).as("a second run changes nothing").satisfies(_ -> {
                Map<String, String> once = files(copy);
                fix(program, folder, "--write");
                assertThat(files(copy)).isEqualTo(once);
            });
        }
    }

    private static Ran fix(Program program, Path folder, String... more) throws IOException {
        List<String> all = new ArrayList<>(List.of("--severity", "note"));
        all.addAll(List.of(more));
        return program.run(arguments(folder, "fix", all.toArray(String[]::new)));
    }

    private static String[] arguments(Path folder, String command, String... more) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(command, "--env-file", ".env.example", "--offline"));
        Path own = folder.resolve("arguments.txt");
        arguments.addAll(Files.exists(own) ? Files.readAllLines(own) : List.of("--terraform", "."));
        int value = arguments.indexOf("--value");
        if (value >= 0 && !command.equals("fix")) {
            arguments.subList(value, value + 2).clear();
        }
        arguments.addAll(List.of(more));
        return arguments.toArray(String[]::new);
    }

    private Path copied(Path folder) {
        return scratch.resolve(String.join("-", folder.toString().split("/")));
    }

    private Path copy(Path folder) throws IOException {
        Path copy = copied(folder);
        Files.createDirectories(copy.resolve(".git"));
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path each : files.filter(Files::isRegularFile).toList()) {
                Path relative = folder.relativize(each);
                if (!relative.startsWith("after")
                        && !relative.endsWith("expected.txt")
                        && !relative.endsWith("aws.json")
                        && !relative.endsWith("arguments.txt")) {
                    Path target = copy.resolve(relative.toString());
                    Files.createDirectories(target.resolveSibling(""));
                    Files.copy(each, target);
                }
            }
        }
        return copy;
    }

    private static Map<String, String> files(Path folder) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        if (!Files.isDirectory(folder)) {
            return texts;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path each : files.filter(Files::isRegularFile).toList()) {
                texts.put(folder.relativize(each).toString(), Files.readString(each));
            }
        }
        return texts;
    }

    private static void compare(Path expected, String text) throws IOException {
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(expected.resolveSibling(""));
            Files.writeString(expected, text);
        }
        assertThat(text).isEqualTo(Files.readString(expected));
    }

    private static void compareFiles(Path folder, Map<String, String> texts) throws IOException {
        for (Map.Entry<String, String> each : texts.entrySet()) {
            compare(folder.resolve(each.getKey()), each.getValue());
        }
        assertThat(files(folder)).isEqualTo(texts);
    }

    @Test
    void everyRuleHasALineInTheListOfRepairs() {
        assertThat(Repairs.ALL.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        Rules.ALL.stream().map(Rule::id).toList());
    }

    @TestFactory
    Stream<DynamicTest> everyRuleThatIsRepairedInFilesHasACaseThatChangesThem() {
        return Repairs.ALL.entrySet().stream()
                .filter(each -> each.getValue().means() == Repair.Means.PATCH)
                .map(each -> DynamicTest.dynamicTest(each.getKey(), () -> {
                    try (Stream<Path> folders = Files.list(CASES.resolve(each.getKey()))) {
                        assertThat(folders.filter(folder -> Files.isDirectory(folder.resolve("after"))))
                                .isNotEmpty();
                    }
                }));
    }

    @Test
    void thePageAboutRepairsHasTheTableOfAllRules() throws IOException {
        Path page = Path.of("docs/repairs.md");
        String text = Files.readString(page);
        String rows = Repairs.ALL.entrySet().stream()
                .map(each -> "| [`%s`](rules/%s.md) | %s | %s |\n"
                        .formatted(
                                each.getKey(),
                                each.getKey(),
                                switch (each.getValue().means()) {
                                    case PATCH -> "patch";
                                    case COMMANDS -> "commands";
                                    case BY_HAND -> "by hand";
                                },
                                each.getValue().summary()))
                .collect(Collectors.joining());

        compare(page, text.replaceFirst("(?:\\| \\[`.*\n)+", Matcher.quoteReplacement(rows)));
    }

    /** What is said of a rule in the world of its example: a patch, the commands, or why it is for a person. */
    @TestFactory
    Stream<DynamicTest> theExampleOfEveryRuleGetsItsRepair() {
        return Rules.ALL.stream().map(Rule::id).map(rule -> DynamicTest.dynamicTest(rule, () -> commands(rule)));
    }

    private void commands(String rule) throws IOException {
        Path folder = Path.of("src/test/resources/rules", rule, "example");
        Path copy = copy(folder);
        List<String> arguments =
                new ArrayList<>(List.of("fix", "--env-file", ".env.example", "--terraform", ".", "--severity", "note"));
        if (Files.exists(folder.resolve("arguments.txt"))) {
            arguments.addAll(Files.readAllLines(folder.resolve("arguments.txt")));
        }
        arguments.removeIf(each -> each.equals("--strict") || each.equals("-v"));
        Path world = folder.resolve("aws.json");
        if (!Files.exists(world)) {
            arguments.add("--offline");
            compare(
                    COMMANDS.resolve(rule + ".txt"),
                    Ran.in(copy, arguments.toArray(String[]::new)).all());
            return;
        }
        String text = Files.readString(world);
        arguments.addAll(List.of(
                "--region", new JsonMapper().readTree(text).path("region").asText()));
        try (SmallAws aws = SmallAws.start(World.parse(text))) {
            compare(
                    COMMANDS.resolve(rule + ".txt"),
                    Ran.against(aws, copy, arguments.toArray(String[]::new)).all());
            assertThat(aws.unknownOperations()).isEmpty();
        }
    }

    @Test
    void whatCouldNotBeLookedAtIsCounted() throws IOException {
        Path copy = copy(CASES.resolve("not-configured/secret-of-its-own"));
        Files.writeString(copy.resolve(".env.example"), "DB_PASSWORD=your_password_here\n");
        Ran ran = Ran.in(copy, "fix", "--env-file", ".env.example", "--terraform", ".");

        assertThat(ran.exit()).as(ran.all()).isEqualTo(3);
        assertThat(ran.out()).contains("0 proven patches").contains("not verified (envgate check tells what)");
    }

    @Test
    void aFileKeepsItsPermissionsAndALinkStaysOne() throws IOException {
        Path copy = copy(CASES.resolve("not-configured/secret-of-its-own"));
        Set<PosixFilePermission> permissions = PosixFilePermissions.fromString("rw-------");
        Files.move(copy.resolve("main.tf"), copy.resolve("real.txt"));
        Files.createSymbolicLink(copy.resolve("main.tf"), Path.of("real.txt"));
        Files.setPosixFilePermissions(copy.resolve("real.txt"), permissions);
        String before = Files.readString(copy.resolve("main.tf"));
        Ran.in(copy, "fix", "--offline", "--env-file", ".env.example", "--terraform", ".", "--write");

        assertThat(Files.readString(copy.resolve("main.tf"))).isNotEqualTo(before);
        assertThat(copy.resolve("main.tf")).isSymbolicLink();
        assertThat(Files.getPosixFilePermissions(copy.resolve("real.txt"))).isEqualTo(permissions);
    }
}
