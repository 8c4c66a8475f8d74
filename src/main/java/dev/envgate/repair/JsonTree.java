package dev.envgate.repair;

import dev.envgate.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the shape of JSON that may be a template: <code>${…}</code> stands for a value or for a part of one. Where a directive,
 * <code>%{…}</code>, decides what is there, no shape is told.
 */
final class JsonTree {
    private static final int DEEPEST = 100;

    private final Span whole;
    private final String text;
    private final Node.Dialect dialect;
    private int at;

    private JsonTree(Span whole, Node.Dialect dialect) {
        this.whole = whole;
        this.text = whole.file().text();
        this.dialect = dialect;
        this.at = whole.start();
    }

    /** The value that a part of a file begins with. */
    static Optional<Node> read(Span whole, Node.Dialect dialect) {
        try {
            return Optional.of(new JsonTree(whole, dialect).value(0));
        } catch (ShapelessException notJson) {
            return Optional.empty();
        }
    }

    static String unquoted(String key) {
        return key.length() >= 2 && key.startsWith("\"") && key.endsWith("\"")
                ? key.substring(1, key.length() - 1)
                : key;
    }

    private Node value(int depth) throws ShapelessException {
        blanks();
        if (depth > DEEPEST) {
            throw new ShapelessException();
        }
        return switch (next()) {
            case '[' -> sequence(depth);
            case '{' -> mapping(depth);
            case '"' -> new Node.Other(string(), List.of());
            default -> new Node.Other(word(), List.of());
        };
    }

    private Node sequence(int depth) throws ShapelessException {
        int start = at++;
        List<Node> items = new ArrayList<>();
        while (!closes(']')) {
            items.add(value(depth + 1));
            separator(']');
        }
        return new Node.Sequence(span(start), items, dialect);
    }

    private Node mapping(int depth) throws ShapelessException {
        int start = at++;
        List<Node.Member> members = new ArrayList<>();
        while (!closes('}')) {
            if (next() != '"') {
                throw new ShapelessException();
            }
            Span key = string();
            blanks();
            take(':');
            members.add(new Node.Member(key, unquoted(key.text()), value(depth + 1)));
            separator('}');
        }
        return new Node.Mapping(span(start), members, dialect);
    }

    /** Whether the list ends here; then its last sign is taken. */
    private boolean closes(char sign) throws ShapelessException {
        blanks();
        boolean closes = next() == sign;
        at += closes ? 1 : 0;
        return closes;
    }

    private void separator(char close) throws ShapelessException {
        blanks();
        if (next() != close) {
            take(',');
        }
    }

    private void take(char sign) throws ShapelessException {
        if (next() != sign) {
            throw new ShapelessException();
        }
        at++;
    }

    private Span string() throws ShapelessException {
        int start = at++;
        while (next() != '"') {
            if (text.startsWith("${", at) && !text.startsWith("$${", at - 1)) {
                hole();
            } else {
                at += text.charAt(at) == '\\' ? 2 : 1;
            }
        }
        at++;
        return span(start);
    }

    /** A number, a word, or a hole that stands for a whole value. */
    private Span word() throws ShapelessException {
        int start = at;
        while (at < whole.end() && ",]}: \t\r\n\"".indexOf(text.charAt(at)) < 0) {
            if (text.startsWith("${", at)) {
                hole();
            } else {
                at++;
            }
        }
        if (at == start || text.startsWith("%{", start)) {
            throw new ShapelessException();
        }
        return span(start);
    }

    private void hole() throws ShapelessException {
        int open = 0;
        do {
            char sign = next();
            if (sign == '"') {
                string();
                continue;
            }
            open += sign == '{' ? 1 : sign == '}' ? -1 : 0;
            at++;
        } while (open > 0 || text.charAt(at - 1) == '$');
    }

    private void blanks() {
        while (at < whole.end() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private char next() throws ShapelessException {
        if (at >= whole.end()) {
            throw new ShapelessException();
        }
        return text.charAt(at);
    }

    private Span span(int start) {
        return whole.file().span(start, at);
    }

    /** The text is no JSON, or a directive decides what of it is there. */
    private static final class ShapelessException extends Exception {
        private static final long serialVersionUID = 1;
    }
}
