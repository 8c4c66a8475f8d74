package dev.envgate.source;

import dev.envgate.ledger.CodeRead.Certainty;
import dev.envgate.ledger.Fallback;
import java.util.regex.Pattern;

/** Finds <code>${NAME:default}</code> in a text, also one inside of the default of another. */
final class Placeholders {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][\\w.:-]*");
    private static final Pattern UPPER = Pattern.compile("[A-Z][A-Z0-9_]*");
    private static final int DEEPEST = 8;

    /** What parts a name from its default. */
    enum Form {
        /** Spring and MicroProfile: <code>${NAME:default}</code>. */
        COLON,
        /** Compose and shells: <code>${NAME:-default}</code>, {@code $NAME}. */
        SHELL
    }

    private final Form form;
    private final String text;
    private final int offset;
    private final Scan scan;

    /** @param offset where the text begins in the file */
    Placeholders(Form form, String text, int offset, Scan scan) {
        this.form = form;
        this.text = text;
        this.offset = offset;
        this.scan = scan;
    }

    void find() {
        find(0, text.length(), 0);
    }

    private void find(int from, int to, int depth) {
        for (int i = from; i + 1 < to; i++) {
            if (text.charAt(i) == '$' && text.charAt(i + 1) == '$') {
                i++;
            } else if (text.charAt(i) == '$' && text.charAt(i + 1) == '{') {
                int close = close(i + 2, to);
                one(i + 2, close, depth);
                i = close;
            } else if (form == Form.SHELL && text.charAt(i) == '$') {
                i = bare(i + 1, to);
            }
        }
    }

    private int close(int from, int to) {
        int depth = 0;
        for (int i = from; i < to; i++) {
            depth += text.startsWith("${", i) ? 1 : 0;
            if (text.charAt(i) == '}' && depth-- == 0) {
                return i;
            }
        }
        return to;
    }

    private int bare(int from, int to) {
        int end = from;
        while (end < to && (text.charAt(end) == '_' || Character.isLetterOrDigit(text.charAt(end)))) {
            end++;
        }
        found(from, end, Fallback.NONE);
        return Math.max(from - 1, end - 1);
    }

    private void one(int from, int close, int depth) {
        int end = from;
        while (end < close && nameLetter(text.charAt(end))) {
            end++;
        }
        String rest = text.substring(end, close);
        found(from, end, form == Form.SHELL ? shell(rest) : colon(rest));
        if (depth < DEEPEST) {
            find(end, close, depth + 1);
        }
    }

    private boolean nameLetter(char c) {
        return c == '_' || Character.isLetterOrDigit(c) || (form == Form.COLON && (c == '.' || c == '-'));
    }

    private static Fallback colon(String rest) {
        if (!rest.startsWith(":")) {
            return Fallback.FAILS;
        }
        String given = rest.substring(1).strip();
        return given.isEmpty() || given.equals("#{null}") || given.equals("null") ? Fallback.EMPTY : Fallback.USABLE;
    }

    /** What stands in by the rules of shells. */
    static Fallback shell(String rest) {
        String sign = rest.startsWith(":") ? rest.substring(1) : rest;
        if (sign.startsWith("?")) {
            return Fallback.FAILS;
        }
        if (sign.startsWith("-") || sign.startsWith("=")) {
            String given = sign.substring(1).strip();
            return given.isEmpty() || given.equals("\"\"") || given.equals("''") ? Fallback.EMPTY : Fallback.USABLE;
        }
        return rest.startsWith("+") || rest.startsWith(":+") ? Fallback.EMPTY : Fallback.NONE;
    }

    private void found(int from, int end, Fallback fallback) {
        String name = text.substring(from, end);
        if (!NAME.matcher(name).matches()
                || (form == Form.SHELL && !UPPER.matcher(name).matches())) {
            return;
        }
        Certainty certainty = UPPER.matcher(name).matches() ? Certainty.WRITTEN : Certainty.DERIVED;
        scan.read(name, offset + from, offset + end, fallback, certainty);
    }
}
