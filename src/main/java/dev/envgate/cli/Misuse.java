package dev.envgate.cli;

import dev.envgate.text.Problem;
import dev.envgate.text.SourceFile;
import java.util.List;

/** The run cannot be done as asked: a wrong option, or inputs that cannot be read. */
final class Misuse extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;
    private final String hint;

    /** {@code message} is one sentence, {@code hint} what to do about it. */
    Misuse(String message, String hint) {
        super(message);
        this.hint = hint;
        this.problems = List.of();
    }

    /** Inputs with problems, each with its place. */
    Misuse(List<Problem> problems) {
        super("");
        this.hint = "";
        this.problems = List.copyOf(problems);
    }

    /** Several at once, each with what it has to say. */
    static Misuse of(List<Misuse> all) {
        return all.size() == 1
                ? all.getFirst()
                : new Misuse(all.stream().flatMap(each -> each.said().stream()).toList());
    }

    /** The same of one service among several. */
    Misuse of(String service) {
        return problems.isEmpty() && !service.isEmpty()
                ? new Misuse("`%s`: %s".formatted(service, sentence()), hint)
                : this;
    }

    /** What is wrong; empty when there are problems with places. */
    String sentence() {
        return String.valueOf(getMessage());
    }

    String hint() {
        return hint;
    }

    List<Problem> problems() {
        return problems;
    }

    /** What there is to say, also when it has no place. */
    List<Problem> said() {
        return problems.isEmpty() ? List.of(new Problem(SourceFile.unread("").all(), sentence(), hint)) : problems;
    }
}
