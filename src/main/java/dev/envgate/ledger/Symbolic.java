package dev.envgate.ledger;

import java.util.List;

/** A text of which some parts may not be known: <code>app-${var.env}</code>. It holds names, never values of variables. */
public record Symbolic(List<Part> parts) {
    public Symbolic {
        parts = List.copyOf(parts);
    }

    /** A text that is known. */
    public static Symbolic of(String text) {
        return new Symbolic(List.of(new Part.Known(text)));
    }

    /** A part of the text. */
    public sealed interface Part {
        /** Text that is known. */
        record Known(String text) implements Part {}

        /** A part that is not known, by the expression that stands for it. */
        record Hole(String expression) implements Part {}
    }

    public boolean known() {
        for (Part part : parts) {
            if (part instanceof Part.Hole) {
                return false;
            }
        }
        return true;
    }

    /** Whether this can be that text. Known texts compare exactly; a hole stands for any text. */
    public Agreement matches(String text) {
        if (known()) {
            return toString().equals(text) ? Agreement.SAME : Agreement.DIFFERENT;
        }
        return couldBe(text) ? Agreement.UNKNOWN : Agreement.DIFFERENT;
    }

    private boolean couldBe(String text) {
        int at = 0;
        boolean afterHole = false;
        for (Part part : parts) {
            if (part instanceof Part.Known(String known)) {
                int found = text.indexOf(known, at);
                if (found < 0 || (!afterHole && found != at)) {
                    return false;
                }
                at = found + known.length();
            }
            afterHole = part instanceof Part.Hole;
        }
        return afterHole || parts.isEmpty() || endsWithLast(text, at);
    }

    private boolean endsWithLast(String text, int at) {
        return at == text.length()
                || (parts.getLast() instanceof Part.Known(String last) && parts.size() > 1 && text.endsWith(last));
    }

    @Override
    public String toString() {
        if (parts.size() == 1) {
            return show(parts.getFirst());
        }
        StringBuilder text = new StringBuilder();
        parts.forEach(part -> text.append(show(part)));
        return text.toString();
    }

    private static String show(Part part) {
        return switch (part) {
            case Part.Known(String text) -> text;
            case Part.Hole(String expression) -> "${" + expression + "}";
        };
    }
}
