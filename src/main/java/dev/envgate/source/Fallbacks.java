package dev.envgate.source;

import dev.envgate.ledger.Fallback;
import java.util.Set;
import java.util.regex.Pattern;

/** Sees what a piece of code does when the variable that it has just read is not set. */
final class Fallbacks {
    private static final Set<String> TEXT = Set.of("String", "string");
    private static final Set<String> EMPTY = Set.of("Empty", "empty");
    private static final int STEPS = 16;
    private static final int DEEPEST = 16;
    private static final int FAR = 500;
    private static final Set<String> NOTHING =
            Set.of("null", "undefined", "None", "nil", "NULL", "Nothing", "nullptr", "undef", "NSNull");
    private static final Set<String> GIVING_UP = Set.of(
            "throw",
            "raise",
            "die",
            "error",
            "panic",
            "abort",
            "exit",
            "fail",
            "croak",
            "bail",
            "assertNever",
            "fatalError",
            "preconditionFailure",
            "panic!",
            "unreachable",
            "TODO");
    private static final Set<String> SUPPLYING = Set.of(
            "unwrap_or",
            "unwrap_or_else",
            "unwrap_or_default",
            "orElse",
            "orElseGet",
            "getOrElse",
            "or_else",
            "default",
            "map_or",
            "ifEmpty",
            "ifBlank",
            "orEmpty",
            "defaultIfEmpty");
    private static final Set<String> FAILING =
            Set.of("unwrap", "expect", "orElseThrow", "required", "context", "with_context", "ok_or", "ok_or_else");
    private static final Set<String> CHOOSING = Set.of(
            "Or",
            "requireNonNullElse",
            "requireNonNullElseGet",
            "coalesce",
            "Coalesce",
            "firstNonEmpty",
            "firstNonNull",
            "defaultIfEmpty",
            "defaultIfBlank",
            "defaultString",
            "IIf");
    private static final Pattern CONVERTING = Pattern.compile(
            "(?i)(?:parse|to|as|try|convert|trim|strip|decode|strto|unquote)\\w*|number|string|boolean|bigint|int|integer|float|double|bool|str|len|path|optional|ofnullable|option|some|atoi|valueof|uri|url|loads|list|set|decimal|cast|secretstr|split|isset|empty|not");
    private static final Set<String> STEPPING = Set.of(".", "?.", "&.", "::", "->");
    private static final Set<String> COMPARING = Set.of("==", "===", "!=", "!==", "=~");

    private final Idiom idiom;
    private final Tokens tokens;

    Fallbacks(Idiom idiom, Tokens tokens) {
        this.idiom = idiom;
        this.tokens = tokens;
    }

    /** Where a read stands while its surroundings are looked at. */
    private record Around(int first, int next) {}

    /**
     * @param first the first token of the read
     * @param next the token behind it
     * @param otherwise what happens when nothing stands in
     */
    Fallback after(int first, int next, Fallback otherwise) {
        Around at = new Around(first, next);
        for (int step = 0; step < STEPS; step++) {
            int i = at.next();
            if (stepping(i)) {
                String method = tokens.at(i + 1).text();
                int open = generic(i + 2);
                if (FAILING.contains(method) && tokens.sign(open, "(")) {
                    return Fallback.FAILS;
                }
                if (SUPPLYING.contains(method) && tokens.opens(open)) {
                    return method.equals("unwrap_or_default") ? Fallback.EMPTY : operand(open + 1);
                }
                if (method.equals("orEmpty")) {
                    return Fallback.EMPTY;
                }
                at = new Around(at.first(), tokens.sign(open, "(") ? tokens.close(open) + 1 : i + 2);
            } else if (tokens.sign(i, "!") || tokens.sign(i, "!!")) {
                if (tokens.sign(i, "!!")) {
                    return Fallback.FAILS;
                }
                at = new Around(at.first(), i + 1);
            } else if (tokens.word(i, "as") && tokens.at(i + 1).word()) {
                at = new Around(at.first(), type(i + 1));
            } else if (idiom.operators().contains(tokens.at(i).text()) && supplies(i)) {
                return operand(i + 1);
            } else if (tokens.word(i, "if") && otherwiseValue(i) > 0) {
                return operand(otherwiseValue(i));
            } else if (tokens.sign(i, "?") && !idiom.ternary()) {
                return Fallback.FAILS;
            } else if (tokens.sign(i, "?")) {
                int colon = colon(i);
                return colon < 0 ? otherwise : operand(colon + 1);
            } else if (tokens.sign(i, COMPARING)) {
                if (nothing(i + 1)
                        || (tokens.string(i + 1) && tokens.at(i + 1).text().isEmpty())) {
                    at = new Around(at.first(), i + 2);
                } else {
                    return Fallback.USABLE;
                }
            } else if (enclosed(at)) {
                int open = at.first() - 1;
                int close = tokens.close(open);
                if (tokens.sign(i, ",") && chooses(open)) {
                    return operand(i + 1);
                }
                at = new Around(start(open), close + 1);
            } else {
                return otherwise;
            }
        }
        return otherwise;
    }

    /** {@code a if b else c}: where the value begins that is taken otherwise; -1 when there is none. */
    private int otherwiseValue(int keyword) {
        for (int i = keyword + 1; i < keyword + FAR && inExpression(i); ) {
            if (tokens.word(i, "else")) {
                return i + 1;
            }
            i = tokens.opens(i) ? tokens.close(i) + 1 : i + 1;
        }
        return -1;
    }

    private boolean inExpression(int i) {
        return i < tokens.size() && tokens.at(i).kind() != Token.Kind.LINE && !tokens.closes(i) && !tokens.sign(i, ",");
    }

    private boolean supplies(int i) {
        return tokens.at(i).kind() == Token.Kind.SIGN || tokens.at(i).word();
    }

    private boolean stepping(int i) {
        return tokens.sign(i, STEPPING) && tokens.at(i + 1).word();
    }

    /** Passes over the type arguments of a call. */
    private int generic(int i) {
        int from = tokens.sign(i, "::") ? i + 1 : i;
        if (!tokens.sign(from, "<")) {
            return i;
        }
        for (int j = from; j < from + 12; j++) {
            if (tokens.sign(j, ">")) {
                return j + 1;
            }
        }
        return i;
    }

    private int type(int from) {
        int i = from + 1;
        while (tokens.sign(i, ".") || tokens.sign(i, "|")) {
            i += 2;
        }
        return i;
    }

    /** Whether the read is the first argument of a call that gives it back in another form, or stands in brackets. */
    private boolean enclosed(Around at) {
        boolean first = tokens.sign(at.first() - 1, "(");
        boolean last = tokens.sign(at.next(), ")") || tokens.sign(at.next(), ",");
        return first && last && (converts(at.first() - 1) || chooses(at.first() - 1));
    }

    private boolean converts(int open) {
        Token before = tokens.at(open - 1);
        return !before.word() || CONVERTING.matcher(before.text()).matches();
    }

    private boolean chooses(int open) {
        return tokens.word(open - 1, CHOOSING);
    }

    /** The first token of the call whose bracket is at {@code open}. */
    private int start(int open) {
        int first = tokens.at(open - 1).word() ? open - 1 : open;
        while (first < open
                && tokens.sign(first - 1, STEPPING)
                && tokens.at(first - 2).word()) {
            first -= 2;
        }
        return first;
    }

    private boolean nothing(int i) {
        return tokens.word(i, NOTHING);
    }

    /** The colon that belongs to a question mark; -1 when there is none. */
    int colon(int question) {
        int depth = 0;
        for (int i = question + 1; i < Math.min(question + FAR, tokens.size()) && !tokens.closes(i); ) {
            depth += tokens.sign(i, "?") ? 1 : 0;
            if (tokens.sign(i, ":") && depth-- == 0) {
                return i;
            }
            i = tokens.opens(i) ? tokens.close(i) + 1 : i + 1;
        }
        return -1;
    }

    /** What an expression is worth as something to stand in. */
    Fallback operand(int from) {
        return operand(from, 0);
    }

    private Fallback operand(int from, int depth) {
        int i = from;
        for (int step = 0; step < STEPS; step++) {
            if ((tokens.sign(i, "(") && tokens.sign(i + 1, ")")) || tokens.sign(i, "||")) {
                i += tokens.sign(i, "||") ? 1 : 2;
            } else if (tokens.sign(i, "|")) {
                i = pipe(i + 1);
            } else if (tokens.sign(i, "(")
                    || tokens.sign(i, "{")
                    || tokens.sign(i, "->")
                    || tokens.sign(i, "=>")
                    || tokens.at(i).kind() == Token.Kind.LINE) {
                i++;
            } else if (tokens.at(i).word() && tokens.sign(i + 1, Set.of("=>", "->"))) {
                i += 2;
            } else {
                break;
            }
        }
        return depth < DEEPEST ? chained(i, worth(i), depth) : Fallback.USABLE;
    }

    private int pipe(int from) {
        int i = from;
        while (i < tokens.size() && !tokens.sign(i, "|")) {
            i++;
        }
        return i + 1;
    }

    private Fallback worth(int i) {
        Token token = tokens.at(i);
        if (token.string()) {
            return token.text().isEmpty() ? Fallback.EMPTY : Fallback.USABLE;
        }
        if ((token.word() && GIVING_UP.contains(token.text())) || token.sign("...")) {
            return Fallback.FAILS;
        }
        boolean nothing = nothing(i) || emptyText(i) || token.kind() == Token.Kind.END || tokens.closes(i);
        return nothing ? Fallback.EMPTY : Fallback.USABLE;
    }

    /** {@code String::new}, {@code String.Empty}, {@code string.Empty}. */
    private boolean emptyText(int i) {
        boolean made = tokens.sign(i + 1, "::") && tokens.word(i + 2, "new");
        boolean constant = tokens.sign(i + 1, ".") && tokens.word(i + 2, EMPTY);
        return tokens.word(i, TEXT) && (made || constant);
    }

    /** Several that stand in for each other are worth as much as the last. */
    private Fallback chained(int from, Fallback first, int depth) {
        int i = from + 1;
        while (i < from + FAR && (stepping(i) || tokens.sign(i, "(") || tokens.sign(i, "[") || tokens.sign(i, "!"))) {
            i = tokens.opens(i) ? tokens.close(i) + 1 : tokens.sign(i, "!") ? i + 1 : i + 2;
        }
        return i > from
                        && idiom.operators().contains(tokens.at(i).text())
                        && i < tokens.size()
                        && !tokens.at(i).string()
                ? operand(i + 1, depth + 1)
                : first;
    }
}
