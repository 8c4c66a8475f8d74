package dev.envgate.hcl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envgate.text.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ParserPropertiesTest {
    private static final int RUNS = 3000;

    @Test
    void whatTheGrammarAllowsIsReadWithoutAProblem() {
        Composer composer = new Composer(1);
        for (int i = 0; i < RUNS; i++) {
            String text = composer.file();
            assertThat(parse(text).problems()).as(text).isEmpty();
        }
    }

    @Test
    void everyNodeStandsWhereItSaysAndInsideItsParent() {
        Composer composer = new Composer(2);
        for (int i = 0; i < RUNS; i++) {
            SpanCheck.body(parse(composer.file()).value());
        }
    }

    @Test
    void theKindOfLineEndChangesNothingButPlaces() {
        Composer composer = new Composer(3);
        for (int i = 0; i < RUNS; i++) {
            String text = composer.file().replace("\r\n", "\n");
            String unix = TreeText.withoutSpans(parse(text).value());
            String windows =
                    TreeText.withoutSpans(parse(text.replace("\n", "\r\n")).value());
            assertThat(windows.replace("\\r\\n", "\\n")).as(text).isEqualTo(unix);
        }
    }

    @Test
    void noTextMakesTheParserThrow() throws IOException {
        Mutator mutator = new Mutator(4);
        Composer composer = new Composer(4);
        List<String> samples = samples();
        for (int i = 0; i < RUNS; i++) {
            check(mutator.invent());
            check(mutator.mutate(composer.file()));
            check(mutator.mutate(mutator.excerpt(samples.get(i % samples.size()), 30)));
        }
    }

    @Test
    void noTextMakesTheOtherEntrancesThrow() {
        Mutator mutator = new Mutator(5);
        for (int i = 0; i < RUNS; i++) {
            SourceFile file = new SourceFile("x", mutator.invent());
            SpanCheck.problems(file, HclParser.parseExpression(file).problems());
            SpanCheck.problems(file, HclParser.parseTemplate(file).problems());
            SpanCheck.problems(
                    file, JsonSyntax.parseFile(file, JsonSyntax.TERRAFORM).problems());
            SpanCheck.problems(file, JsonSyntax.parseValues(file).problems());
        }
    }

    private static void check(String text) {
        Parsed<Body> parsed = parse(text);
        SpanCheck.body(parsed.value());
        SpanCheck.problems(parsed.value().span().file(), parsed.problems());
    }

    private static Parsed<Body> parse(String text) {
        return HclParser.parseFile(new SourceFile("x.tf", text));
    }

    private static List<String> samples() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/resources/hcl"))) {
            List<Path> inputs = files.filter(each -> each.toString().endsWith(".tf"))
                    .sorted()
                    .toList();
            List<String> texts = new java.util.ArrayList<>();
            for (Path input : inputs) {
                texts.add(Files.readString(input));
            }
            return texts;
        }
    }
}
