package dev.envgate.hcl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.envgate.text.Directories;
import dev.envgate.text.Problem;
import dev.envgate.text.SourceFile;
import dev.envgate.text.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * A case is a folder with an input and the whole of what the parser makes of it: {@code tree.txt} where it reads well,
 * {@code problems.txt} where it does not. {@code -Dgolden.update=true} rewrites; the diff is the review.
 */
class ParserGoldenTest {
    private static final Path CASES = Path.of("src/test/resources/hcl");

    @TestFactory
    Stream<DynamicTest> everyInputMakesItsTree() throws IOException {
        return cases("parser", this::treeIsAsWritten);
    }

    @TestFactory
    Stream<DynamicTest> everyBrokenInputMakesItsProblems() throws IOException {
        return cases("problems", this::problemsAreAsWritten);
    }

    private interface Check {
        void run(Path folder) throws IOException;
    }

    private static Stream<DynamicTest> cases(String kind, Check check) throws IOException {
        try (Stream<Path> folders = Files.list(CASES.resolve(kind))) {
            return folders
                    .sorted()
                    .map(each -> DynamicTest.dynamicTest(each.getFileName().toString(), () -> check.run(each)))
                    .toList()
                    .stream();
        }
    }

    private void treeIsAsWritten(Path folder) throws IOException {
        Parsed<Body> parsed = parse(folder);
        assertThat(problems(parsed)).isEmpty();
        compare(folder.resolve("tree.txt"), TreeText.of(parsed.value()));
    }

    private void problemsAreAsWritten(Path folder) throws IOException {
        Parsed<Body> parsed = parse(folder);
        assertThat(parsed.ok()).isFalse();
        compare(folder.resolve("problems.txt"), problems(parsed));
    }

    private static Parsed<Body> parse(Path folder) throws IOException {
        Path json = folder.resolve("input.tf.json");
        return Files.exists(json)
                ? JsonSyntax.parseFile(source(json), JsonSyntax.TERRAFORM)
                : HclParser.parseFile(source(folder.resolve("input.tf")));
    }

    private static SourceFile source(Path path) throws IOException {
        Path folder = CASES.toAbsolutePath();
        return new Directories(folder, List.of(folder)).read(path.toAbsolutePath())
                        instanceof Workspace.Read.Found found
                ? new SourceFile(path.getFileName().toString(), found.file().text())
                : fail("cannot be read: " + path);
    }

    private static String problems(Parsed<Body> parsed) {
        return parsed.problems().stream().map(ParserGoldenTest::shown).collect(Collectors.joining());
    }

    private static String shown(Problem problem) {
        String text = problem.span().text();
        String part = text.length() > 30 ? text.substring(0, 30) + "…" : text;
        return problem.span() + "  " + part.replace("\n", "⏎") + "\n    " + problem.message() + "\n"
                + (problem.hint().isEmpty() ? "" : "    " + problem.hint() + "\n");
    }

    private static void compare(Path expected, String actual) throws IOException {
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(expected, actual);
        }
        assertThat(actual).isEqualTo(Files.exists(expected) ? Files.readString(expected) : "");
    }
}
