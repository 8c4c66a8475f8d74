package dev.envgate.hcl;

import dev.envgate.text.Problem;
import dev.envgate.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads attributes and blocks, and goes on with the next one behind an error. */
final class BodyParser {
    /** A file with more problems than this is no Terraform, and reading on would take long. */
    private static final int MOST_PROBLEMS = 20;

    private final Lexer lexer;
    private final ExpressionParser expressions;
    private final Nesting nesting = new Nesting();
    private final Complaints complaints;
    private final List<Problem> problems = new ArrayList<>();

    BodyParser(Lexer lexer) {
        this.lexer = lexer;
        this.expressions = new ExpressionParser(lexer, nesting);
        this.complaints = new Complaints(lexer);
    }

    /** Reads the whole file. */
    Parsed<Body> file() {
        lexer.advance();
        Items items = new Items();
        items(items, Token.END_OF_FILE);
        problems.sort(Comparator.comparingInt(each -> each.span().start()));
        return new Parsed<>(items.body(lexer.span(0, lexer.text().length())), problems);
    }

    /** What has been read of one body. */
    private final class Items {
        private final List<Body.Attribute> attributes = new ArrayList<>();
        private final List<Body.Block> blocks = new ArrayList<>();
        private final Map<String, Body.Attribute> names = new HashMap<>();

        void add(Body.Attribute attribute) {
            Body.Attribute earlier = names.putIfAbsent(attribute.name(), attribute);
            if (earlier == null) {
                attributes.add(attribute);
            } else {
                problems.add(complaints.duplicate(attribute, earlier).problem());
            }
        }

        Body body(Span span) {
            return new Body(attributes, blocks, span);
        }
    }

    private void items(Items items, Token end) {
        while (!lexer.at(end)) {
            if (lexer.at(Token.END_OF_FILE) || problems.size() >= MOST_PROBLEMS) {
                return;
            }
            if (lexer.at(Token.NEWLINE)) {
                lexer.advance();
            } else {
                itemOrProblem(items);
            }
        }
    }

    private void itemOrProblem(Items items) {
        int depth = nesting.depth();
        int from = lexer.start();
        try {
            item(items);
        } catch (SyntaxError error) {
            problems.add(error.problem());
            nesting.returnTo(depth);
            recover(from);
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
                endOfLine("this argument");
            }
            case QUOTE, OPEN_BRACE, IDENTIFIER -> {
                items.blocks.add(block(word, name));
                endOfLine("this block");
            }
            default -> throw complaints.noAssignment(word);
        }
    }

    private Body.Attribute attribute(String word, Span name) {
        lexer.advance();
        return new Body.Attribute(word, name, expressions.expression());
    }

    private void endOfLine(String what) {
        if (lexer.at(Token.NEWLINE)) {
            lexer.advance();
        } else if (!lexer.at(Token.END_OF_FILE)) {
            throw complaints.noLineEnd(what);
        }
    }

    private Body.Block block(String type, Span name) {
        List<Body.Label> labels = new ArrayList<>(2);
        while (!lexer.at(Token.OPEN_BRACE)) {
            labels.add(label());
        }
        Span header = name.to(lexer.span());
        nesting.enter(lexer);
        Body body = braced();
        nesting.leave();
        return new Body.Block(type, labels, body, header);
    }

    private Body.Label label() {
        if (lexer.at(Token.IDENTIFIER)) {
            Body.Label label = new Body.Label(lexer.word(), lexer.span());
            lexer.advance();
            return label;
        }
        if (!lexer.at(Token.QUOTE)) {
            throw complaints.noBlockBrace();
        }
        return quotedLabel();
    }

    private Body.Label quotedLabel() {
        Expression.Template template = expressions.templates().quoted();
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

    private Body braced() {
        int open = lexer.start();
        lexer.advance();
        Items items = new Items();
        if (lexer.at(Token.NEWLINE) || lexer.at(Token.CLOSE_BRACE) || lexer.at(Token.END_OF_FILE)) {
            items(items, Token.CLOSE_BRACE);
        } else {
            oneLine(items);
        }
        if (!lexer.at(Token.CLOSE_BRACE)) {
            throw complaints.neverClosed(open);
        }
        lexer.advance();
        return items.body(lexer.since(open));
    }

    private void oneLine(Items items) {
        Span name = lexer.span();
        String word = lexer.at(Token.IDENTIFIER) ? lexer.word() : "";
        if (word.isEmpty()) {
            throw complaints.noItem();
        }
        lexer.advance();
        if (!lexer.at(Token.ASSIGN)) {
            throw complaints.blockInOneLine();
        }
        items.add(attribute(word, name));
        if (!lexer.at(Token.CLOSE_BRACE)) {
            throw complaints.oneLineNotClosed();
        }
    }

    /** Goes on behind an item that could not be read: at the next line. */
    private void recover(int from) {
        lexer.newlines(true);
        int next = lexer.text().indexOf('\n', Math.max(from, lexer.start()));
        lexer.advanceFrom(next < 0 ? lexer.text().length() : next);
    }
}
