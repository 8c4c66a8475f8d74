package dev.envgate.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envgate.text.Problem;
import dev.envgate.text.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlReaderTest {
    @Test
    void everyKeyAndValueKnowsItsPlace() {
        YamlNode.Mapping root = mapping("# first\nservices:\n  äpi:\n    region: us-east-1\n");
        YamlNode.Entry service = mapping(root.entries().getFirst().value()).getFirst();
        YamlNode.Entry region = mapping(service.value()).getFirst();

        assertThat(service.key().span()).hasToString("envgate.yml:3:3");
        assertThat(region.value().span()).hasToString("envgate.yml:4:13");
        assertThat(region.value().span().text()).isEqualTo("us-east-1");
    }

    @Test
    void aScalarIsWhatTheCoreSchemaTakesItFor() {
        YamlNode.Mapping root = mapping("a: true\nb: 12\nc: \"12\"\nd:\ne: yes\nf: 2027-01-31\n");

        assertThat(root.entries())
                .extracting(entry -> ((YamlNode.Scalar) entry.value()).sort())
                .containsExactly(
                        YamlNode.Sort.TRUTH,
                        YamlNode.Sort.NUMBER,
                        YamlNode.Sort.TEXT,
                        YamlNode.Sort.NOTHING,
                        YamlNode.Sort.TEXT,
                        YamlNode.Sort.TEXT);
    }

    @Test
    void anAliasIsReadAsWhatItStandsFor() {
        YamlNode.Mapping root = mapping("a: &common [x, y]\nb: *common\n");

        assertThat(((YamlNode.Sequence) root.entries().get(1).value()).items()).hasSize(2);
    }

    @Test
    void anEmptyFileHasAnEmptyMapping() {
        assertThat(mapping("").entries()).isEmpty();
        assertThat(mapping("# nothing\n").entries()).isEmpty();
    }

    @Test
    void aKeyThatIsThereTwiceIsAProblemWithTheLineOfTheFirst() {
        assertThat(problems("a: 1\nb: 2\na: 3\n")).singleElement().satisfies(problem -> {
            assertThat(problem.span()).hasToString("envgate.yml:3:1");
            assertThat(problem.message()).contains("line 1");
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a:\\n\\tb: 1           | 2:1  | A tab stands where YAML takes only blanks.
            a: "x                  | 1:4  | What begins here is not closed before the file ends.
            a: [x                  | 1:4  | What begins here is not closed before the file ends.
            a: b: c                | 1:5  | A colon stands where no key can be.
            a: *nobody             | 1:4  | The alias has no anchor before it.
            a: 1\\n---\\nb: 2      | 2:1  | A second document begins here.
            a: "\\q"               | 1:6  | The escape is none of YAML.
            a: @x                  | 1:4  | No value can begin with this character.
            a: ␇                   | 1:4  | The character U+0007 is not allowed in YAML.
            a: 1\\n  b: 2          | 2:4  | A colon stands where no key can be.
            ? [x]\\n: y            | 1:3  | A key is a list or a mapping.
            """)
    void whatIsNotYamlIsSaidWithItsPlace(String text, String place, String message) {
        List<Problem> problems = problems(written(text));

        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.message()).isEqualTo(message);
            assertThat(problem.span()).hasToString("envgate.yml:" + place);
        });
    }

    @Test
    void aBombOfAliasesRunsIntoTheBound() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 12; i++) {
            bomb.append("a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ", ").repeat(9)));
        }

        assertThat(problems(bomb.toString()))
                .extracting(Problem::message)
                .containsExactly("With its aliases, the file has more than 20,000 parts.");
    }

    @Test
    void aCircleOfAliasesRunsIntoTheBound() {
        assertThat(problems("a: &a [*a]\n"))
                .extracting(Problem::message)
                .containsExactly("The file is nested deeper than 32 levels.");
    }

    @Test
    void deepNestingIsRefusedAndNotACrash() {
        assertThat(problems("[".repeat(100_000))).hasSize(1);
        assertThat(problems("[".repeat(40) + "]".repeat(40))).hasSize(1);
        assertThat(problems("x".repeat((1 << 20) + 1))).hasSize(1);
    }

    @Test
    void aFileThatIsCutOffAnywhereNeverThrows() {
        String text = "services:\n  api: {contract: [a, \"b\\n\"], vars: {x: 'it''s'}}\nsuppress:\n  - rule: x # y\n";
        for (int end = 0; end < text.length(); end++) {
            assertThat(YamlReader.read(new SourceFile("envgate.yml", text.substring(0, end))))
                    .isNotNull();
        }
    }

    @Test
    void noProblemQuotesTheFile() {
        assertThat(problems("hunter2: *hunter2\n").toString()).doesNotContain("hunter2");
        assertThat(problems("a: hunter2: hunter2\n").toString()).doesNotContain("hunter2");
    }

    /** {@code \\n} and {@code \\t} stand for themselves in the table, and ␇ for the character BEL. */
    private static String written(String text) {
        return text.strip().replace("\\n", "\n").replace("\\t", "\t").replace('␇', '\u0007');
    }

    private static YamlNode.Mapping mapping(String text) {
        return switch (YamlReader.read(new SourceFile("envgate.yml", text))) {
            case YamlReader.Result.Found(YamlNode.Mapping root, List<Problem> problems) -> {
                assertThat(problems).isEmpty();
                yield root;
            }
            case YamlReader.Result other -> throw new AssertionError(other);
        };
    }

    private static List<YamlNode.Entry> mapping(YamlNode node) {
        return ((YamlNode.Mapping) node).entries();
    }

    private static List<Problem> problems(String text) {
        return switch (YamlReader.read(new SourceFile("envgate.yml", text))) {
            case YamlReader.Result.Found found -> found.problems();
            case YamlReader.Result.Refused(Problem problem) -> List.of(problem);
        };
    }
}
