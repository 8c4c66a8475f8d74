package dev.envgate.dotenv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envgate.ledger.Declaration;
import dev.envgate.text.Problem;
import dev.envgate.text.SourceFile;
import dev.envgate.text.Span;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GrammarTest {
    /** A line of the table. */
    record Case(String what, String text, String expected) {
        @Override
        public String toString() {
            return what;
        }
    }

    static Stream<Case> cases() {
        return Tables.rows("grammar.tsv")
                .map(cells -> new Case(cells.get(0), Tables.unescaped(cells.get(1)), cells.get(2)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyFormIsReadAsTheTableSays(Case each) {
        assertThat(shown(each.text())).isEqualTo(each.expected());
    }

    private static String shown(String text) {
        DotenvReader.Result result = DotenvReader.read(List.of(new SourceFile(".env.example", text)));
        Stream<Map.Entry<Span, String>> declared =
                result.contract().declarations().stream().map(each -> Map.entry(each.span(), shown(each)));
        Stream<Map.Entry<Span, String>> problems =
                result.problems().stream().map(each -> Map.entry(each.span(), shown(each)));
        return Stream.concat(declared, problems)
                .sorted(Comparator.comparingInt(each -> each.getKey().start()))
                .map(Map.Entry::getValue)
                .collect(Collectors.joining(" "));
    }

    private static String shown(Declaration declaration) {
        Span span = declaration.span();
        return (declaration.commentedOut() ? "#" : "") + declaration.name() + "@" + span.line() + ":" + span.column();
    }

    private static String shown(Problem problem) {
        Span span = problem.span();
        return "!" + span.line() + ":" + span.column() + "+" + (span.end() - span.start());
    }
}
