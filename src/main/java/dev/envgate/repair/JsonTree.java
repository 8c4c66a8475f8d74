package dev.envgate.repair;

import dev.envgate.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the shape of JSON that may be a template: <code>${…}</code> stands for a value or for a part of one. Where a directive,
 * <code>%{…}</code>, decides what a list or a mapping has, that is told as neither; what stands in its elements has its shape.
 */
final class JsonTree {
    private static final int DEEPEST = 100;

    private final Span whole;
    private final String text;
    private final Node.Dialect dialect;
    private int at;

    /** How many directives were passed. */
    private int directives;

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
        String plain = key.startsWith("\\\"") && key.endsWith("\\\"") ? key.replace("\\\"", "\"") : key;
        return plain.length() >= 2 && plain.startsWith("\"") && plain.endsWith("\"")
                ? plain.substring(1, plain.length() - 1)
                : plain;
    }

    private Node value(int depth) throws ShapelessException {
        blanks();
        if (depth > DEEPEST) {
            throw new ShapelessException();
        }
        if (text.startsWith(dialect.quote(), at)) {
            return new Node.Other(string(), List.of());
        }
        return switch (next()) {
            case '[' -> sequence(depth);
            case '{' -> mapping(depth);
            default -> new Node.Other(word(), List.of());
        };
    }

    private Node sequence(int depth) throws ShapelessException {
        int start = at++;
        int own = directives;
        List<Node> items = new ArrayList<>();
        while (!closes(']')) {
            int before = directives;
            items.add(value(depth + 1));
            own += directives - before;
            separator(']');
        }
        return own == directives ? new Node.Sequence(span(start), items, dialect) : new Node.Other(span(start), items);
    }

    private Node mapping(int depth) throws ShapelessException {
        int start = at++;
        int own = directives;
        List<Node.Member> members = new ArrayList<>();
        while (!closes('}')) {
            if (!text.startsWith(dialect.quote(), at)) {
                throw new ShapelessException();
            }
            Span key = string();
            blanks();
            take(':');
            blanks();
            int before = directives;
            members.add(new Node.Member(key, unquoted(key.text()), value(depth + 1)));
            own += directives - before;
            separator('}');
        }
        return own == directives
                ? new Node.Mapping(span(start), members, dialect)
                : new Node.Other(
                        span(start), members.stream().map(Node.Member::value).toList());
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
        int start = at;
        at += dialect.quote().length();
        while (!text.startsWith(dialect.quote(), at)) {
            if (next() == '$' && text.startsWith("${", at) && !text.startsWith("$${", at - 1)) {
                hole();
            } else {
                at += escape(at) ? sign(at) + sign(at + sign(at)) : sign(at);
            }
        }
        at += dialect.quote().length();
        return span(start);
    }

    /** Whether a backslash of JSON stands there; inside of quotes there are two of them. */
    private boolean escape(int offset) {
        return text.startsWith(dialect.quoted() ? "\\\\" : "\\", offset);
    }

    /** How long one sign is: inside of quotes one with a backslash in front is one. */
    private int sign(int offset) {
        return dialect.quoted() && text.startsWith("\\", offset) ? 2 : 1;
    }

    /** A number, a word, or a hole that stands for a whole value. */
    private Span word() throws ShapelessException {
        int start = at;
        while (at < whole.end() && ",]}: \t\r\n\"\\".indexOf(text.charAt(at)) < 0) {
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
            if (sign == '"' || text.startsWith("\\\"", at)) {
                quotes(sign == '"' ? "\"" : "\\\"");
                continue;
            }
            open += sign == '{' ? 1 : sign == '}' ? -1 : 0;
            at++;
        } while (open > 0 || text.charAt(at - 1) == '$');
    }

    /** A text inside of an expression. */
    private void quotes(String quote) throws ShapelessException {
        at += quote.length();
        while (!text.startsWith(quote, at)) {
            if (next() == '$' && text.startsWith("${", at)) {
                hole();
            } else {
                at += text.startsWith("\\", at) ? 2 : 1;
            }
        }
        at += quote.length();
    }

    private void blanks() throws ShapelessException {
        while (at < whole.end()) {
            if (Character.isWhitespace(text.charAt(at))) {
                at++;
            } else if (dialect.quoted()
                    && text.substring(at, Math.min(at + 2, whole.end())).matches("\\\\[nrt]")) {
                at += 2;
            } else if (text.startsWith("%{", at)) {
                at++;
                hole();
                directives++;
            } else {
                break;
            }
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
