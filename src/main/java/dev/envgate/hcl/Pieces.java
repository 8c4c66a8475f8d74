package dev.envgate.hcl;

import dev.envgate.text.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * The pieces of one template in the order they are read, for as long as strip markers and dedent still change them; then the parts they
 * make. A stretch of text is what lies between two sequences, or in heredocs and files between a sequence or line start and the next:
 * strip markers reach no further than that.
 */
final class Pieces {
    private final Lexer lexer;
    private final Complaints complaints;
    private final List<Piece> pieces = new ArrayList<>(2);
    private int stretch;
    private int stretchBefore;
    private boolean stripsNext;
    private int height;

    Pieces(Lexer lexer) {
        this.lexer = lexer;
        this.complaints = new Complaints(lexer);
    }

    private sealed interface Piece {}

    /** Text; {@code meaning} is empty when it is meant as it is written. */
    private record Text(int start, int end, String meaning) implements Piece {}

    private record Filled(Expression expression, int start, int end) implements Piece {}

    private record Directed(Directive directive, int start, int end) implements Piece {}

    /** Text that is meant as it is written. */
    void text(int start, int end) {
        if (end > start) {
            pieces.add(new Text(start, end, ""));
        }
    }

    void escaped(int start, int end, String meaning) {
        pieces.add(new Text(start, end, meaning));
    }

    void interpolation(Expression expression, int start, int end, int childHeight) {
        add(new Filled(expression, start, end), end, childHeight);
    }

    void directive(Directive directive, int start, int end, int childHeight) {
        add(new Directed(directive, start, end), end, childHeight);
    }

    private void add(Piece piece, int end, int childHeight) {
        height = Math.max(height, childHeight);
        pieces.add(piece);
        stretch = pieces.size();
        stretchBefore = stretch;
        stripsNext = lexer.text().charAt(end - 2) == '~';
    }

    /** Ends a stretch of text at a sequence. */
    void endOfText(boolean stripped) {
        finishStretch();
        if (stripped) {
            stripRight(stretch < pieces.size() ? stretch : stretchBefore);
        }
    }

    /** Ends a stretch of text where no sequence follows: at the end of a line. */
    void endOfStretch() {
        finishStretch();
        stretchBefore = stretch;
        stretch = pieces.size();
    }

    private void finishStretch() {
        if (stripsNext) {
            stripLeft();
        }
        stripsNext = false;
    }

    private void stripLeft() {
        for (int i = stretch; i < pieces.size() && pieces.get(i) instanceof Text text; i++) {
            Text rest = stripLeft(text);
            pieces.set(i, rest);
            if (rest.end > rest.start) {
                return;
            }
        }
    }

    private Text stripLeft(Text text) {
        if (!text.meaning.isEmpty()) {
            return isBlank(text) ? new Text(text.end, text.end, "") : text;
        }
        int from = text.start;
        while (from < text.end && Blanks.is(lexer.text().charAt(from))) {
            from++;
        }
        return new Text(from, text.end, "");
    }

    private void stripRight(int first) {
        for (int i = pieces.size() - 1; i >= first && pieces.get(i) instanceof Text text; i--) {
            Text rest = stripRight(text);
            pieces.set(i, rest);
            if (rest.end > rest.start) {
                return;
            }
        }
    }

    private Text stripRight(Text text) {
        if (!text.meaning.isEmpty()) {
            return isBlank(text) ? new Text(text.start, text.start, "") : text;
        }
        int to = text.end;
        while (to > text.start && Blanks.is(lexer.text().charAt(to - 1))) {
            to--;
        }
        return new Text(text.start, to, "");
    }

    private static boolean isBlank(Text text) {
        return text.meaning.length() == 1 && Blanks.is(text.meaning.charAt(0));
    }

    /** Takes from the lines the indentation that all of them have; blank lines neither count nor lose any. */
    void dedent() {
        int indentation = indentation();
        boolean lineStart = true;
        for (int i = 0; i < pieces.size(); i++) {
            if (lineStart && pieces.get(i) instanceof Text text && !isBlankLine(text)) {
                pieces.set(i, new Text(text.start + indentation, text.end, text.meaning));
            }
            lineStart = endsLine(pieces.get(i));
        }
    }

    private int indentation() {
        int least = Integer.MAX_VALUE;
        boolean lineStart = true;
        for (Piece piece : pieces) {
            if (lineStart) {
                least = Math.min(least, indentation(piece));
            }
            lineStart = endsLine(piece);
        }
        return least == Integer.MAX_VALUE ? 0 : least;
    }

    private int indentation(Piece piece) {
        if (!(piece instanceof Text text) || !text.meaning.isEmpty()) {
            return 0;
        }
        return isBlankLine(text) ? Integer.MAX_VALUE : blanks(text);
    }

    private boolean isBlankLine(Text text) {
        return text.meaning.isEmpty() && endsLine(text) && blanks(text) == text.end - text.start;
    }

    private int blanks(Text text) {
        return stripLeft(text).start - text.start;
    }

    private boolean endsLine(Piece piece) {
        return piece instanceof Text text
                && text.end > text.start
                && lexer.text().charAt(text.end - 1) == '\n';
    }

    /** The parts that the pieces make. */
    List<TemplatePart> parts(Nesting nesting) {
        finishStretch();
        List<TemplatePart> parts = new Assembly(nesting).whole();
        nesting.above(height, lexer.span());
        return parts;
    }

    /** Puts pieces together: text with the text beside it, directives with those that end them. */
    private final class Assembly {
        private final Nesting nesting;
        private int at;
        private int levels;

        Assembly(Nesting nesting) {
            this.nesting = nesting;
        }

        List<TemplatePart> whole() {
            List<TemplatePart> parts = run();
            if (at < pieces.size() && pieces.get(at) instanceof Directed end) {
                throw complaints.endWithoutBegin(end.start, end.end, keyword(end));
            }
            if (parts.size() == 1 && pieces.size() > 1 && parts.getFirst() instanceof TemplatePart.Interpolation) {
                Span nothing = parts.getFirst().span();
                parts.add(new TemplatePart.Text("", new Span(nothing.file(), nothing.end(), nothing.end())));
            }
            height += levels;
            return parts;
        }

        private List<TemplatePart> run() {
            List<TemplatePart> parts = new ArrayList<>(Math.min(pieces.size(), 8));
            while (at < pieces.size()) {
                switch (pieces.get(at)) {
                    case Text text -> parts.addAll(texts(text));
                    case Filled filled -> {
                        parts.add(new TemplatePart.Interpolation(
                                filled.expression, lexer.span(filled.start, filled.end)));
                        at++;
                    }
                    case Directed directed -> {
                        if (directed.directive instanceof Directive.End) {
                            return parts;
                        }
                        parts.add(nested(directed));
                    }
                }
            }
            return parts;
        }

        private List<TemplatePart> texts(Text first) {
            int end = first.end;
            at++;
            if (first.meaning.isEmpty()) {
                while (at < pieces.size()
                        && pieces.get(at) instanceof Text next
                        && next.meaning.isEmpty()
                        && next.start == end) {
                    end = next.end;
                    at++;
                }
                return lexer.texts(first.start, end);
            }
            return List.of(new TemplatePart.Text(first.meaning, lexer.span(first.start, first.end)));
        }

        private TemplatePart nested(Directed begin) {
            nesting.enter(lexer);
            levels = Math.max(levels, nesting.depth());
            at++;
            TemplatePart part = begin.directive instanceof Directive.If condition
                    ? condition(begin, condition)
                    : loop(begin, (Directive.For) begin.directive);
            nesting.leave();
            return part;
        }

        private TemplatePart condition(Directed begin, Directive.If directive) {
            List<TemplatePart> whenTrue = run();
            boolean hasElse = atEnd(Directive.End.ELSE);
            at += hasElse ? 1 : 0;
            List<TemplatePart> whenFalse = hasElse ? run() : List.of();
            return new TemplatePart.If(directive.condition(), whenTrue, whenFalse, end(begin, Directive.End.ENDIF));
        }

        private TemplatePart loop(Directed begin, Directive.For directive) {
            List<TemplatePart> body = run();
            Expression.ForIntro intro = directive.intro();
            Span span = end(begin, Directive.End.ENDFOR);
            return new TemplatePart.For(intro.key(), intro.value(), intro.collection(), body, span);
        }

        private boolean atEnd(Directive.End kind) {
            return at < pieces.size() && pieces.get(at) instanceof Directed end && end.directive == kind;
        }

        private Span end(Directed begin, Directive.End kind) {
            if (!atEnd(kind)) {
                throw complaints.directiveNotEnded(begin.start, begin.end, kind.keyword());
            }
            int end = ((Directed) pieces.get(at++)).end;
            return lexer.span(begin.start, end);
        }

        private String keyword(Directed end) {
            return end.directive instanceof Directive.End known ? known.keyword() : "";
        }
    }
}
