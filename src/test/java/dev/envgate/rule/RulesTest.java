package dev.envgate.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envgate.policy.PolicyRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Fails when a rule lacks its entry in the list, its page, its line in the index or its cases. */
class RulesTest {
    private static final Path SOURCES = Path.of("src/main/java/dev/envgate/rule");
    private static final Path PAGES = Path.of("docs/rules");
    private static final Path CASES = Path.of("src/test/resources/rules");

    static List<Rule> rules() {
        return Rules.ALL;
    }

    @Test
    void theListIsSortedAndHasNoRuleTwice() {
        assertThat(Rules.ALL).extracting(Rule::id).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void everyRuleThatIsWrittenStandsInTheList() throws IOException {
        assertThat(Rules.ALL)
                .extracting(rule -> rule.getClass().getSimpleName())
                .containsExactlyInAnyOrderElementsOf(written());
    }

    private static List<String> written() throws IOException {
        try (Stream<Path> files = Files.list(SOURCES)) {
            return files.filter(RulesTest::isRule)
                    .map(file -> file.getFileName().toString().replace(".java", ""))
                    .toList();
        }
    }

    private static boolean isRule(Path file) {
        try {
            return Files.readString(file).contains(" implements Rule {");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("rules")
    void aRuleIsCalledAsItsClass(Rule rule) {
        String words = rule.getClass().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-");

        assertThat(rule.id()).isEqualTo(words.toLowerCase(Locale.ROOT));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void aRuleSaysWhatItIsInOneSentence(Rule rule) {
        assertThat(rule.summary()).matches("[A-Z`][^.]*\\.");
    }

    @ParameterizedTest
    @MethodSource("rules")
    void aRuleHasAPageWithEveryPart(Rule rule) throws IOException {
        assertThat(Files.readString(PAGES.resolve(rule.id() + ".md")))
                .startsWith("# " + rule.id() + "\n")
                .containsSubsequence(
                        "## Why it matters",
                        "## Example",
                        "<!-- example -->\n```text\n",
                        "## What to do",
                        "## When it stays silent");
    }

    @ParameterizedTest
    @MethodSource("rules")
    void aRuleStandsInTheIndexWithItsSentence(Rule rule) throws IOException {
        assertThat(Files.readString(PAGES.resolve("README.md")))
                .contains("| [`%s`](%s.md) | %s |".formatted(rule.id(), rule.id(), rule.summary()));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void aRuleHasACaseWhereItSpeaksAndOneWhereItIsSilent(Rule rule) {
        for (String each : List.of("example", "silent")) {
            Path folder = CASES.resolve(rule.id()).resolve(each);
            assertThat(List.of(".env.example", "main.tf", "aws.json"))
                    .allMatch(file -> Files.exists(folder.resolve(file)), "is in " + folder);
        }
    }

    @Test
    void thereIsNoPageAndNoCaseWithoutARule() throws IOException {
        List<String> ids = Rules.ALL.stream().map(Rule::id).toList();

        assertThat(names(PAGES))
                .filteredOn(name -> !name.equals("README.md"))
                .allMatch(name -> ids.contains(name.replace(".md", ""))
                        || PolicyRule.of(name.replace(".md", "")).isPresent());
        assertThat(names(CASES)).filteredOn(name -> !name.contains(".")).allMatch(ids::contains);
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
