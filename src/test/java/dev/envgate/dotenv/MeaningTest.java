package dev.envgate.dotenv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.envgate.ledger.Declaration;
import dev.envgate.ledger.Kind;
import dev.envgate.ledger.Standing;
import dev.envgate.ledger.Tag;
import dev.envgate.text.SourceFile;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MeaningTest {
    /** A line of the table. */
    record Case(String text, Kind kind, Standing standing) {
        @Override
        public String toString() {
            return text.replace("\n", "⏎");
        }
    }

    static Stream<Case> cases() {
        return Tables.allRows("meaning.tsv")
                .skip(1)
                .map(cells -> new Case(
                        Tables.unescaped(cells.get(0)), Kind.valueOf(cells.get(1)), Standing.valueOf(cells.get(2))));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void kindAndStandingAreAsTheTableSays(Case each) {
        Declaration declaration = last(each.text());
        assertThat(declaration.kind()).as(declaration.kindBecause()).isEqualTo(each.kind());
        assertThat(declaration.standing()).as(declaration.standingBecause()).isEqualTo(each.standing());
    }

    @Test
    void theWordsThatDecidedAreTold() {
        assertThat(last("# The port [REQUIRED]\nPORT=").standingBecause()).isEqualTo("its comment says `REQUIRED`");
        assertThat(last("# ── Optional ──\nPORT=").standingBecause()).isEqualTo("the section above it says `Optional`");
        assertThat(last("# (required when MODE=hunter2)\nPORT=").standingBecause())
                .isEqualTo("its comment says `required when`");
        assertThat(last("# (hunter2, optional)\nPORT=").standingBecause()).isEqualTo("its comment says `optional`");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    TAG   | # @required\\nPORT=
                    TAG   | # @optional [REQUIRED]\\nPORT=
                    TAG   | # @local\\nPORT=
                    WORDS | # The port [REQUIRED]\\nPORT=
                    HEADING | # ── Optional ──\\nPORT=
                    WORDS | # (optional)\\nHF_API_KEY=
                    LOOKS | # PORT=1
                    LOOKS | PORT=1
                    LOOKS | PORT=
                    LOOKS | HF_API_KEY=
                    LOOKS | LOCALSTACK_HOST=x
                    """)
    void theGroundIsWhatDecidedTheStanding(Declaration.Ground ground, String text) {
        assertThat(last(text.replace("\\n", "\n")).ground()).isEqualTo(ground);
    }

    @Test
    void theKindIsExplained() {
        assertThat(last("HF_API_KEY=x").kindBecause()).isEqualTo("its name ends with `API_KEY`");
        assertThat(last("GATEWAY=xxx").kindBecause()).isEqualTo("the value looks like a placeholder for a secret");
    }

    @Test
    void allKnownTagsAreKeptInTheirOrder() {
        String text = "# @required-in prod,staging @alias OLD\n# @nonsense @Service api\nA=1 # @ignore see @optional";
        assertThat(last(text).tags())
                .extracting(Tag::name, Tag::argument, tag -> tag.span().toString())
                .containsExactly(
                        tuple("required-in", "prod,staging", ".env.example:1:3"),
                        tuple("alias", "OLD", ".env.example:1:29"),
                        tuple("service", "api", ".env.example:2:13"),
                        tuple("ignore", "see @optional", ".env.example:3:7"));
    }

    @Test
    void commentsDirectlyAboveAndBehindAreTheDocumentation() {
        String text = "# Far\n\n# --- Mail ---\n# Near\n#\n# Nearer\n# @secret\nA=1 # behind";
        assertThat(last(text).comment()).containsExactly("Near", "", "Nearer", "behind");
        assertThat(last("# of A\n# A=1\nB=2").comment()).isEmpty();
        assertThat(last("# of A\nA=1\nB=2").comment()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GATEWAY=hunter2abc",
                "API_KEY=hunter2abc",
                "# @secret\nA=hunter2abc",
                "# REQUIRED\nURL=postgres://a:hunter2abc@db.acme.com/x",
                "# API_KEY=hunter2abc",
                "# Example: API_KEY=hunter2abc\nA=1",
                "# Example: API_KEY=\"my hunter2abc\"\nA=1",
                "# was postgres://a:hunter2abc@db.acme.com/x\nA=1",
                "# old: sk-live-hunter2abc-hunter2abc\nA=1",
                "API_KEY=\"hunter2abc",
                "API_KEY=\"a\" hunter2abc",
                "API_KEY=${hunter2abc",
                "hunter2abc",
                "A={\n \"hunter2abc\": 1\n}",
                "KEY=-----BEGIN RSA PRIVATE KEY-----\nMIIEhunter2abc\nhunter2abcQ==\n-----END RSA PRIVATE KEY-----",
                "KEY=abcd\nMIIEhunter2abcMIIEhunter2abc=\nhunter2abcQ=="
            })
    void noAnswerAndNoProblemHoldsAValue(String text) {
        DotenvReader.Result result = DotenvReader.read(List.of(new SourceFile(".env.example", text)));
        assertThat(result.toString()).contains(".env.example").doesNotContain("hunter2abc");
    }

    private static Declaration last(String text) {
        SourceFile file = new SourceFile(".env.example", text);
        return DotenvReader.read(List.of(file)).contract().declarations().getLast();
    }
}
