package dev.envgate.dotenv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envgate.ledger.Declaration;
import dev.envgate.text.SourceFile;
import dev.envgate.text.Span;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PropertiesTest {
    private static final int ROUNDS = 3_000;

    private static final List<String> PIECES = List.of(
            "A",
            "API_KEY",
            "a.b",
            "export ",
            "=",
            " = ",
            ": ",
            "\"",
            "'",
            "`",
            "\"\"\"",
            "\\",
            "#",
            " # ",
            "## ",
            "\n",
            "\n",
            "\n",
            "\n\n",
            " ",
            "\t",
            "${X}",
            "${X:-",
            "}",
            "$(",
            ")",
            "<%",
            "%>",
            "<%= x %>",
            "{",
            "[",
            "]",
            "{%",
            "-----BEGIN",
            "-----END",
            "@required",
            "@secret",
            "@ignore ",
            "(optional)",
            "REQUIRED",
            "---",
            "=====",
            "your_key_here",
            "true",
            "\0",
            "\ufffd",
            "\ufeff",
            "é",
            "😀",
            "postgres://a:b@c/d",
            "Example:",
            "x");

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(30);
        for (int i = 0; i < length; i++) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }

    private static Stream<String> texts(int seed) {
        Random random = new Random(seed);
        return IntStream.range(0, ROUNDS).mapToObj(i -> text(random));
    }

    private static DotenvReader.Result read(String... texts) {
        return DotenvReader.read(Stream.of(texts)
                .map(text -> new SourceFile(".env.example", text))
                .toList());
    }

    @Test
    void everySpanLiesInItsFileAndIsTheName() {
        texts(1).forEach(text -> {
            DotenvReader.Result result = read(text);
            for (Declaration each : result.contract().declarations()) {
                assertThat(each.span().text()).isEqualTo(each.name().text());
            }
            assertThat(result.problems())
                    .allSatisfy(each -> assertThat(each.span().end())
                            .isGreaterThan(each.span().start()));
        });
    }

    @Test
    void problemsComeInTheOrderOfTheirPlaces() {
        texts(2).forEach(text -> assertThat(read(text).problems())
                .extracting(each -> each.span().start())
                .isSorted());
    }

    @Test
    void everyLineEndingReadsAlike() {
        texts(3).forEach(text -> {
            String expected = shown(read(text));
            assertThat(shown(read(text.replace("\n", "\r\n")))).as(text).isEqualTo(expected);
            assertThat(shown(read(text.replace("\n", "\r")))).as(text).isEqualTo(expected);
        });
    }

    @Test
    void twoFilesDeclareWhatEachOfThemDeclares() {
        Random random = new Random(4);
        for (int i = 0; i < ROUNDS; i++) {
            String one = text(random);
            String other = text(random);
            DotenvReader.Result both = read(one, other);
            assertThat(declared(both)).isEqualTo(declared(read(one)) + declared(read(other)));
            assertThat(both.contract().files()).hasSize(2);
        }
    }

    private static String shown(DotenvReader.Result result) {
        return declared(result) + problems(result);
    }

    private static String declared(DotenvReader.Result result) {
        return result.contract().declarations().stream()
                .map(PropertiesTest::shown)
                .collect(Collectors.joining());
    }

    private static String problems(DotenvReader.Result result) {
        return result.problems().stream()
                .map(each -> place(each.span()) + each.message())
                .collect(Collectors.joining());
    }

    private static String shown(Declaration each) {
        return each.name()
                + place(each.span())
                + each.kind()
                + each.kindBecause()
                + each.standing()
                + each.standingBecause()
                + each.comment()
                + each.commentedOut()
                + each.tags();
    }

    private static String place(Span span) {
        return "@" + span.line() + ":" + span.column() + " ";
    }

    static Stream<String> longTexts() {
        int many = 1 << 20;
        return Stream.of(
                        "A=" + "x".repeat(many),
                        "A=" + "${".repeat(many / 2),
                        "A=" + "$(".repeat(many / 2),
                        "A=" + "<%".repeat(many / 2),
                        "A=" + "${x} <%y%> ".repeat(many / 10),
                        "A={" + "\"".repeat(many),
                        "A=\"" + "\\".repeat(many),
                        "A=\"" + "x".repeat(many) + "\"",
                        "A=" + " # ".repeat(many / 3),
                        "A=" + "your ".repeat(many / 5),
                        "A=" + "a://b:".repeat(many / 6),
                        "A=" + "/a".repeat(many / 2),
                        "# " + "@secret ".repeat(many / 8),
                        "# " + "only for the ".repeat(many / 13),
                        "# " + "a:b@".repeat(many / 4),
                        "# A=" + "x ".repeat(many / 2),
                        "# " + "A=".repeat(many / 2),
                        "#".repeat(many),
                        "# " + "-".repeat(many),
                        "# " + "a-".repeat(many / 2),
                        "A".repeat(many) + "=1",
                        "a.".repeat(many / 2) + "=1",
                        " ".repeat(many) + "A=1",
                        "=".repeat(many),
                        "\"".repeat(many),
                        "<% ".repeat(many / 3),
                        "\0".repeat(many))
                .map(text -> text + "\nLAST=1\n");
    }

    @ParameterizedTest(name = "[{index}]")
    @MethodSource("longTexts")
    void aHugeLineIsReadAndTheNextOneToo(String text) {
        assertThat(read(text).contract().declarations().getLast().name()).hasToString("LAST");
    }

    static Stream<String> longFiles() {
        return Stream.of(
                "A=\"\n",
                "A=\"\"\"\n",
                "A='x\nB=\"\n",
                "A={\n",
                "A=-----BEGIN\n",
                "<%\n",
                "A=\n# x\n",
                "# x\n",
                "\"x\n");
    }

    @ParameterizedTest
    @MethodSource("longFiles")
    void manyLinesAreAllRead(String line) {
        DotenvReader.Result result = read(line.repeat(5_000) + "\nLAST=1\n");
        assertThat(result.contract().declarations().getLast().name()).hasToString("LAST");
    }
}
