package dev.envgate.hcl;

import dev.envgate.text.Problem;
import dev.envgate.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads attributes and blocks, and goes on with the next one behind an error. */
final class BodyParser {
    /** A file with more problems than this is no Terraform, and reading on would take long. */
    private static final int MOST_PROBLEMS = 20;

    private static final int FEW = 8;

    private final Lexer lexer;
    private final ExpressionParser expressions;
    private final Nesting nesting = new Nesting();
    private final Complaints complaints;
    private final Recovery recovery;
    private final List<Problem> problems = new ArrayList<>();

    BodyParser(Lexer lexer) {
        this.lexer = lexer;
        this.expressions = new ExpressionParser(lexer, nesting);
        this.complaints = new Complaints(lexer);
        this.recovery = new Recovery(lexer, expressions.templates());
    }

    /** Reads the whole file. */
    Parsed<Body> file() {
        Items items = new Items();
        lexer.advance();
        if (!isForeign()) {
            items(items, Token.END_OF_FILE);
        }
        problems.sort(Comparator.comparingInt(each -> each.span().start()));
        return new Parsed<>(items.body(lexer.span(0, lexer.text().length())), problems);
    }

    /** Whether the file is in another language altogether; then one message says so, and no others follow from it. */
    private boolean isForeign() {
        lexer.ignoreNewlines();
        boolean markup = lexer.at(Token.LESS) && !lexer.text().startsWith("<<", lexer.start());
        boolean json = lexer.at(Token.OPEN_BRACE);
        if (markup || json) {
            problems.add((markup ? complaints.markup() : complaints.json()).problem());
        }
        lexer.heedNewlines();
        return markup || json;
    }

    /** What has been read of one body. */
    private final class Items {
        private final List<Body.Attribute> attributes = new ArrayList<>();
        private final List<Body.Block> blocks = new ArrayList<>();
        private Map<String, Body.Attribute> names = Map.of();

        void add(Body.Attribute attribute) {
            Optional<Body.Attribute> earlier = earlier(attribute);
            if (earlier.isEmpty()) {
                attributes.add(attribute);
            } else if (problems.size() < MOST_PROBLEMS) {
                problems.add(complaints.duplicate(attribute, earlier.get()).problem());
            }
        }

        /** A few are compared one by one, which is faster than hashing; many are hashed. */
        private Optional<Body.Attribute> earlier(Body.Attribute attribute) {
            if (attributes.size() > FEW) {
                if (names.isEmpty()) {
                    names = new HashMap<>();
                    attributes.forEach(each -> names.put(each.name(), each));
                }
                return Optional.ofNullable(names.putIfAbsent(attribute.name(), attribute));
            }
            for (Body.Attribute each : attributes) {
                if (each.name().equals(attribute.name())) {
                    return Optional.of(each);
                }
            }
            return Optional.empty();
        }

        Body body(Span span) {
            return new Body(attributes, blocks, span);
        }

        /** The first block that stands no further right than the block it is in, as if that had been closed before. */
        Optional<Span> firstBlockAt(int column) {
            return blocks.stream()
                    .map(Body.Block::header)
                    .filter(header -> header.column() <= column)
                    .findFirst();
        }
    }

    private void items(Items items, Token end) {
        while (!lexer.at(end) && !lexer.at(Token.END_OF_FILE) && problems.size() < MOST_PROBLEMS) {
            if (lexer.at(Token.NEWLINE)) {
                lexer.advance();
            } else {
                orProblem(() -> item(items), end == Token.CLOSE_BRACE);
            }
        }
    }

    private void orProblem(Runnable reading, boolean inBlock) {
        int depth = nesting.depth();
        int start = lexer.start();
        try {
            reading.run();
        } catch (SyntaxError error) {
            note(error);
            nesting.returnTo(depth);
            recovery.skipItem(start, inBlock);
        }
    }

    /** Notes a problem unless it follows from one on the same line. */
    private void note(SyntaxError error) {
        Problem problem = error.problem();
        boolean follows = !problems.isEmpty()
                && problems.getLast().span().line() == problem.span().line();
        if (!follows && problems.size() < MOST_PROBLEMS) {
            problems.add(problem);
        }
    }

    private void item(Items items) {
        if (!lexer.at(Token.IDENTIFIER)) {
            throw complaints.noItem();
        }
        Span name = lexer.span();
        String word = lexer.word();
        lexer.advance();
        switch (lexer.token()) {
            case ASSIGN -> {
                items.add(attribute(word, name));
                endLine(complaints::noLineEndAfterArgument);
            }
            case QUOTE, OPEN_BRACE, IDENTIFIER -> {
                items.blocks.add(block(word, name));
                endLine(complaints::noLineEndAfterBlock);
            }
            default -> throw complaints.noAssignment();
        }
    }

    private Body.Attribute attribute(String word, Span name) {
        lexer.advance();
        return new Body.Attribute(word, name, expressions.expression());
    }

    private void endLine(Supplier<SyntaxError> complaint) {
        if (lexer.at(Token.NEWLINE)) {
            lexer.advance();
        } else if (!lexer.at(Token.END_OF_FILE)) {
            throw complaint.get();
        }
    }

    private Body.Block block(String type, Span name) {
        List<Body.Label> labels = new ArrayList<>(2);
        while (lexer.at(Token.IDENTIFIER) || lexer.at(Token.QUOTE)) {
            labels.add(label());
        }
        Span header =
                new Span(name.file(), name.start(), lexer.at(Token.OPEN_BRACE) ? lexer.end() : lexer.previousEnd());
        if (!lexer.at(Token.OPEN_BRACE)) {
            braceMissing();
        }
        nesting.enter(lexer);
        Body body = braced(name);
        nesting.leave();
        return new Body.Block(type, labels, body, header);
    }

    /** Goes on in the block when its brace stands on the next line: a habit from other languages. */
    private void braceMissing() {
        SyntaxError error = complaints.noBlockBrace();
        while (lexer.at(Token.NEWLINE)) {
            lexer.advance();
        }
        if (!lexer.at(Token.OPEN_BRACE)) {
            throw error;
        }
        note(error);
    }

    private Body.Label label() {
        if (lexer.at(Token.QUOTE)) {
            return quotedLabel();
        }
        Body.Label label = new Body.Label(lexer.word(), lexer.span());
        lexer.advance();
        return label;
    }

    private Body.Label quotedLabel() {
        Expression.Template template = expressions.templates().quoted();
        if (template.parts().size() == 1 && template.parts().getFirst() instanceof TemplatePart.Text whole) {
            return new Body.Label(whole.text(), template.span());
        }
        StringBuilder text = new StringBuilder();
        for (TemplatePart part : template.parts()) {
            switch (part) {
                case TemplatePart.Text known -> text.append(known.text());
                case TemplatePart.Interpolation other -> throw complaints.sequenceInLabel(other.span());
                case TemplatePart.If other -> throw complaints.sequenceInLabel(other.span());
                case TemplatePart.For other -> throw complaints.sequenceInLabel(other.span());
            }
        }
        return new Body.Label(text.toString(), template.span());
    }

    private Body braced(Span name) {
        int open = lexer.start();
        Items items = new Items();
        lexer.advance();
        if (!lexer.at(Token.NEWLINE) && !lexer.at(Token.CLOSE_BRACE) && !lexer.at(Token.END_OF_FILE)) {
            orProblem(() -> oneArgument(items), true);
        }
        items(items, Token.CLOSE_BRACE);
        if (lexer.at(Token.CLOSE_BRACE)) {
            lexer.advance();
        } else if (problems.size() < MOST_PROBLEMS) {
            problems.add(complaints.blockNeverClosed(open, items.firstBlockAt(name.column())));
        }
        return items.body(lexer.since(open));
    }

    private void oneArgument(Items items) {
        if (!lexer.at(Token.IDENTIFIER)) {
            throw complaints.noItem();
        }
        Span name = lexer.span();
        String word = lexer.word();
        lexer.advance();
        if (!lexer.at(Token.ASSIGN)) {
            throw complaints.blockInOneLine();
        }
        items.add(attribute(word, name));
        if (!lexer.at(Token.CLOSE_BRACE)) {
            throw complaints.oneLineNotClosed();
        }
    }
}
