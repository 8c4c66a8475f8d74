package dev.envgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envgate.rule.Rule;
import dev.envgate.rule.Rules;
import dev.envgate.smallaws.SmallAws;
import dev.envgate.smallaws.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the documents to what the program does. {@code -Dgolden.update=true} rewrites the outputs that they show. */
class DocumentsTest {
    /** <code>```console</code>, a line {@code $ envgate …}, and all that it prints. */
    private static final Pattern SESSION =
            Pattern.compile("```console\n\\$ (?:bin/)?envgate ([^\n]*)\n(.*?)```", Pattern.DOTALL);

    /** A session with an apply between two checks: what is run, and the line that stands for what Terraform says. */
    private static final Pattern REPAIR = Pattern.compile(
            "```console\n\\$ cd ([^\n]*)\n((?:(?!```).)*?)(\\$ (terraform [^\n]*)\n[^$]*)(\\$ (?:(?!```).)*?)```",
            Pattern.DOTALL);

    private static final Pattern RUN = Pattern.compile("(?m)^\\$ envgate (.*)\n(?:(?!\\$ ).*\n)*");

    private static final Pattern EXAMPLE = Pattern.compile("<!-- example -->\n```[a-z]*\n(.*?)```", Pattern.DOTALL);

    private static final Pattern RECIPE = Pattern.compile("<!-- ([\\w.-]+) -->\n```([a-z]+)\n(.*?)```", Pattern.DOTALL);

    private static final Pattern INDEX_ROW =
            Pattern.compile("(?m)^\\| \\[`([a-z-]+)`\\]\\([a-z-]+\\.md\\) \\| .* \\| (.*) \\|$");

    private static final Pattern INDEX = Pattern.compile("(?:\\| \\[`[a-z-]+`\\]\\([a-z-]+\\.md\\) \\|.*\n)+");

    @Test
    void everyOutputInTheReadmeIsWhatTheCommandPrints() throws IOException {
        Path readme = Path.of("README.md");
        String text = Files.readString(readme);
        String run = SESSION.matcher(text).replaceAll(session -> quoted(session, printed(session.group(1))));

        assertThat(SESSION.matcher(text).results()).isNotEmpty();
        assertUpToDate(readme, text, run);
    }

    /** From closed to open: nothing lies between the two checks but the apply that {@code fix} has named. */
    @Test
    void theIncidentTakesOneCommandAndOneApply() throws IOException {
        Path readme = Path.of("README.md");
        String text = Files.readString(readme);
        Matcher session = REPAIR.matcher(text);
        assertThat(session.find()).isTrue();
        Path sample = Path.of(session.group(1));
        List<Ran> before = new ArrayList<>();
        List<Ran> after = new ArrayList<>();
        String closed = against(sample, "world-incident.json", session.group(2), before);
        String open = against(sample, "world-fixed.json", session.group(5), after);

        assertThat(before).extracting(Ran::exit).containsExactly(1, 0);
        assertThat(before.getLast().out()).contains("  run: " + session.group(4) + "\n");
        assertThat(after).extracting(Ran::exit).containsExactly(0);
        String wanted =
                text.substring(0, session.start(2)) + closed + session.group(3) + open + text.substring(session.end(5));
        assertUpToDate(readme, text, wanted);
    }

    /** The same commands, with what they print against a small AWS. */
    private static String against(Path sample, String world, String commands, List<Ran> runs) throws IOException {
        try (SmallAws aws = SmallAws.start(World.parse(Files.readString(sample.resolve(world))))) {
            return RUN.matcher(commands).replaceAll(command -> {
                Ran ran = Ran.against(aws, sample, command.group(1).split(" +"));
                runs.add(ran);
                return Matcher.quoteReplacement("$ envgate " + command.group(1) + "\n" + ran.out());
            });
        }
    }

    /** The recipes are files of their own, so that they can be linted and included. */
    @Test
    void thePageAboutPipelinesShowsTheRecipesAsTheyAre() throws IOException {
        Path page = Path.of("docs/pipelines.md");
        String text = Files.readString(page);
        String shown = RECIPE.matcher(text)
                .replaceAll(recipe -> Matcher.quoteReplacement("<!-- %s -->\n```%s\n%s```"
                        .formatted(recipe.group(1), recipe.group(2), recipe(recipe.group(1)))));

        assertThat(RECIPE.matcher(text).results()).hasSize(5);
        assertUpToDate(page, text, shown);
    }

    private static String recipe(String name) {
        try {
            return Files.readString(Path.of("docs/pipelines", name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("rules")
    void everyRulePageShowsItsExample(Rule rule) throws IOException {
        Path page = Path.of("docs/rules", rule.id() + ".md");
        String expected = Files.readString(Path.of("src/test/resources/rules", rule.id(), "example", "expected.txt"));
        String text = Files.readString(page);
        String shown = EXAMPLE.matcher(text)
                .replaceAll(example -> quotedExample(expected.substring(expected.indexOf('\n') + 1)));

        assertThat(EXAMPLE.matcher(text).results()).hasSize(1);
        assertUpToDate(page, text, shown);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theExampleOfARuleIsFoundByTheRuleAndTheSilentCasesAreNot(Rule rule) throws IOException {
        Path folder = Path.of("src/test/resources/rules", rule.id());

        assertThat(Files.readString(folder.resolve("example/expected.txt"))).contains("[" + rule.id() + "]");
        assertThat(Files.readString(folder.resolve("silent/expected.txt"))).doesNotContain("[" + rule.id() + "]");
    }

    /** A rule that is new in the index gets its sentence; how loud it is, somebody has to say. */
    @Test
    void theIndexOfTheRulesIsMadeOfThem() throws IOException {
        Path index = Path.of("docs/rules/README.md");
        String text = Files.readString(index);
        Map<String, String> severities = INDEX_ROW
                .matcher(text)
                .results()
                .collect(Collectors.toMap(row -> row.group(1), row -> row.group(2), (first, _) -> first));
        String rows = RulesCommand.rules().entrySet().stream()
                .map(rule -> "| [`%s`](%s.md) | %s | %s |\n"
                        .formatted(
                                rule.getKey(),
                                rule.getKey(),
                                rule.getValue(),
                                severities.getOrDefault(rule.getKey(), "see its page")))
                .collect(Collectors.joining());

        assertUpToDate(index, text, INDEX.matcher(text).replaceFirst(Matcher.quoteReplacement(rows)));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyPageIsShownByTheProgramItself(String id) throws IOException {
        Ran ran = Ran.in(Ran.REPOSITORY, "rules", id);

        assertThat(ran.exit()).isZero();
        assertThat(ran.out())
                .startsWith("# " + id + "\n")
                .contains("## What to do")
                .doesNotContain("](", "<!--");
    }

    private static Stream<String> pages() {
        return RulesCommand.rules().keySet().stream();
    }

    @Test
    void everyVariableThatIsReadStandsInTheExampleFileOfEnvgateItself() throws IOException {
        NavigableSet<String> declared = names(Files.readString(Path.of(".env.example")), "(?m)^# ([A-Z_]+)=");
        NavigableSet<String> read = names(Files.readString(Path.of("bin/envgate")), "\\$\\{([A-Z_]+):-");
        Arrays.stream(Variable.values()).map(Variable::name).forEach(read::add);
        declared.removeIf(name -> name.startsWith("AWS_") || name.endsWith("_PROXY"));

        assertThat(declared).isEqualTo(read);
    }

    @Test
    void theHelpAndTheReadmeNameTheSameExitCodes() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        Ran help = Ran.in(Ran.REPOSITORY, "--help");

        for (ExitCode code : ExitCode.values()) {
            assertThat(help.out()).containsPattern("(?m)^ *" + code.number() + " ");
            assertThat(readme).contains("| " + code.number() + " |");
        }
    }

    @Test
    void theContributingGuideNamesACommandThatExists() throws IOException {
        assertThat(Files.readString(Path.of("CONTRIBUTING.md"))).contains("mvn verify");
        assertThat(Files.readString(Path.of(".ci/run"))).contains("verify");
    }

    private static Stream<Rule> rules() {
        return Rules.ALL.stream();
    }

    private static String printed(String arguments) {
        Ran ran = Ran.in(Ran.REPOSITORY, arguments.split(" +"));
        return ran.out();
    }

    private static String quoted(MatchResult session, String output) {
        String command = session.group().substring(0, session.start(2) - session.start());
        return Matcher.quoteReplacement(command + output + "```");
    }

    private static String quotedExample(String output) {
        return Matcher.quoteReplacement("<!-- example -->\n```text\n" + output + "```");
    }

    private static NavigableSet<String> names(String text, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void assertUpToDate(Path file, String text, String wanted) throws IOException {
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(file, wanted);
        } else {
            assertThat(text).isEqualTo(wanted);
        }
    }
}
