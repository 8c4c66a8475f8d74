package dev.envgate.hcl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envgate.text.SourceFile;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A megabyte of anything is read or refused on a small stack; were it quadratic, these tests would run for hours. */
class ParserBoundsTest {
    private static final int LENGTH = 1_000_000;
    private static final int SMALL_STACK = 1024 * 1024;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(",
                "[",
                "{",
                "{a=",
                "[[",
                "f(",
                "\"${",
                "\"%{if ",
                "a?",
                "a?b:",
                "!",
                "-",
                "a[",
                "a.",
                "a[*]",
                "a.*.",
                "1+",
                "1||",
                "a==",
                "[for x in ",
                "{for x in ",
                "<<A\n",
                "<<A\n${",
                "\"${<<A\n${",
                "a{\n",
                "a{b=",
                "a \"b\" {\n",
                "}",
                "]",
                ")",
                "/*",
                "\"",
                "\"\n",
                "a=\"\n",
                "a=1 b=2 ",
                "a = [\n",
                "a = <<A\n",
                "<<<<<<< \n",
                "=======\n",
                "a {} ",
                "a=1\n",
                "\\",
                "\u0000",
                "é",
                "'",
                "$",
                "a.0",
                "1.",
                "1e",
                "9",
                ".",
                "..",
                "::",
                "a::",
                "\"a\",",
                "${",
                "%{ if x }",
                "%{ for x in y }",
                "%{ endif }",
                "\"%{ if x }\" ",
                "~}",
                "\r",
                "\n",
                "\r\n",
                "#",
                "//",
                "# \n",
                "/**/",
                "{\n",
                "{}\n",
                "a }\n",
                "<<",
                "<<-",
                "<<A<<A",
                "$${",
                "$$",
                "%%{",
                "a=<<A\nA\n"
            })
    void aMegabyteOfItIsReadOrRefused(String piece) {
        String many = piece.repeat(LENGTH / piece.length());
        for (String text : new String[] {many, "a = " + many, "a = \"" + many, "a = <<E\n" + many, "a = [\n" + many}) {
            Parsed<Body> parsed = onSmallStack(text);
            assertThat(parsed.problems()).hasSizeLessThanOrEqualTo(20);
        }
    }

    @Test
    void tooDeepATreeIsRefusedWhereItGetsTooDeep() {
        Parsed<Body> parsed = onSmallStack("a = " + "(".repeat(10_000) + ")".repeat(10_000) + "\nb = 1\n");
        assertThat(parsed.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.message()).isEqualTo("This is nested deeper than 200 levels.");
            assertThat(problem.span().start()).isBetween(190, 210);
        });
        assertThat(parsed.value().attribute("b")).isPresent();
    }

    @Test
    void whatIsDeepButNotTooDeepIsRead() {
        assertThat(onSmallStack("a = " + "(".repeat(90) + "1" + ")".repeat(90)).ok())
                .isTrue();
        assertThat(onSmallStack("a = b" + ".c".repeat(450)).ok()).isTrue();
        assertThat(onSmallStack("a = 1" + " + 1".repeat(450)).ok()).isTrue();
        assertThat(onSmallStack("a = " + "x ? 1 : ".repeat(90) + "2").ok()).isTrue();
    }

    @Test
    void noTreeIsDeeperThanTheLimitWhateverMakesItDeep() {
        String chain = "(".repeat(90) + "x" + (".y".repeat(400) + ")").repeat(90);
        assertThat(onSmallStack("a = " + chain).ok()).isFalse();
        assertThat(onSmallStack("a = " + "1 + ".repeat(10_000) + "1").ok()).isFalse();
    }

    @Test
    void manyArgumentsInOneBodyAreReadInLinearTime() {
        String text = IntStream.range(0, 200_000)
                .mapToObj(i -> "name_" + i + " = " + i)
                .collect(Collectors.joining("\n"));
        assertThat(onSmallStack(text).value().attributes()).hasSize(200_000);
    }

    @Test
    void deepJsonIsRefused() {
        String text = "[".repeat(LENGTH);
        assertThat(JsonSyntax.parseValues(new SourceFile("x.json", text)).ok()).isFalse();
    }

    private static Parsed<Body> onSmallStack(String text) {
        FutureTask<Parsed<Body>> parsing = new FutureTask<>(() -> HclParser.parseFile(new SourceFile("x.tf", text)));
        new Thread(null, parsing, "small stack", SMALL_STACK).start();
        try {
            return parsing.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError("failed on: " + text.substring(0, Math.min(40, text.length())), e);
        }
    }
}
