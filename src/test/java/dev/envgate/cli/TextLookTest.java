package dev.envgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envgate.aws.AwsSettings;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the text report looks where the terminal is narrow, knows no signs, or is none. */
class TextLookTest {
    private static final String ESCAPE = "\u001b[";

    @Test
    void withoutALocaleForSignsItIsAscii() {
        Ran ran = check(Map.of("LANG", "C"), "-v");

        assertThat(ran.out().chars()).allMatch(c -> c < 0x80);
        assertThat(ran.out()).contains("declared yes   Terraform yes").contains("deployed NO");
    }

    /** The carets stand where they stood, although three dots are wider than one sign. */
    @Test
    void inAsciiTheCaretsStillPointAtTheName() {
        for (String locale : new String[] {"C", "C.UTF-8"}) {
            String[] lines = check(Map.of("LANG", locale)).out().split("\n", -1);
            int at = 0;
            while (!lines[at].contains("^")) {
                at++;
            }
            assertThat(lines[at - 1].substring(lines[at].indexOf('^'), lines[at].lastIndexOf('^') + 1))
                    .isEqualTo("\"HUGGINGFACE_API_KEY\"");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"60", "72", "99", "100", "140"})
    void noLineOfWordsButTheLastIsWiderThanTheTerminal(String columns) {
        Ran ran = check(Map.of("LANG", "C.UTF-8", "COLUMNS", columns));
        Stream<String> words = ran.out()
                .lines()
                .skip(Integer.parseInt(columns) < 100 ? 0 : 1)
                .filter(line -> !line.contains(" | ") && !line.contains("--> ") && !line.contains(" in step"));

        assertThat(words)
                .allMatch(line -> line.length() <= Integer.parseInt(columns)
                        || !line.strip().contains(" "));
    }

    @Test
    void coloursAreThereWhenTheyAreWanted() {
        assertThat(check(Map.of()).out()).doesNotContain(ESCAPE);
        assertThat(check(Map.of("CLICOLOR_FORCE", "1")).out()).contains(ESCAPE);
        assertThat(check(Map.of("CLICOLOR_FORCE", "1", "NO_COLOR", "1")).out()).doesNotContain(ESCAPE);
        assertThat(check(Map.of("NO_COLOR", "1"), "--color", "always").out()).contains(ESCAPE);
        assertThat(check(Map.of("CLICOLOR_FORCE", "1"), "--color", "never").out())
                .doesNotContain(ESCAPE);
    }

    @Test
    void whatClosesTheGateBesideErrorsIsSaid() {
        assertThat(check(Map.of(), "--fail-on", "note").out()).contains("notes, which close the gate (-v shows them)");
        assertThat(check(Map.of()).out()).doesNotContain("close the gate");
    }

    private static Ran check(Map<String, String> environment, String... more) {
        return Ran.with(
                AwsSettings.forEndpoint("http://127.0.0.1:1", "us-east-1"),
                environment,
                Ran.REPOSITORY,
                Stream.concat(
                                Stream.of(
                                        "check",
                                        "--env-file",
                                        "samples/hokusai/.env.example",
                                        "--terraform",
                                        "samples/hokusai",
                                        "--deployed",
                                        "samples/hokusai/revision-150.json"),
                                Stream.of(more))
                        .toArray(String[]::new));
    }
}
