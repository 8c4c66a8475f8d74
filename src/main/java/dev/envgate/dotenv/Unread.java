package dev.envgate.dotenv;

import dev.envgate.ledger.Place;
import dev.envgate.ledger.Unreadable;
import dev.envgate.text.Problem;
import dev.envgate.text.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tells of each problem of a file whether a declaration may be lost with it, and whose value it is about. */
record Unread(List<Statement> statements, Set<Integer> lost) {
    /** One for each line; what loses a declaration counts before what does not. */
    List<Unreadable> of(List<Problem> problems) {
        Map<Integer, Problem> byLine = new LinkedHashMap<>();
        problems.forEach(each -> byLine.putIfAbsent(each.span().line(), each));
        return byLine.values().stream().map(this::of).toList();
    }

    /** A part of a value that somebody pasted may stand there, so no more than the place of it is kept. */
    private Unreadable of(Problem problem) {
        Span span = problem.span();
        Place place = new Place.InFile(span.file().span(span.start(), span.start()));
        boolean gone = lost.contains(span.line());
        return new Unreadable(gone ? "" : name(span), gone, problem.message(), problem.hint(), place);
    }

    /** The name of the assignment that it stands in; empty in a comment. */
    private String name(Span span) {
        String name = "";
        for (Statement each : statements) {
            switch (each) {
                case Statement.Assignment assignment
                when assignment.name().start() <= span.start() ->
                    name = assignment.name().text();
                case Statement.Comment comment when comment.span().start() <= span.start() -> name = "";
                case Statement.Assignment _, Statement.Comment _, Statement.Blank _, Statement.Gap _ -> {}
            }
        }
        return name;
    }
}
