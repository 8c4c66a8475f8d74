package dev.envgate.hcl;

import dev.envgate.hcl.Value.Element;
import dev.envgate.hcl.Value.Pair;
import dev.envgate.hcl.Value.Piece;
import java.util.List;

/** Writes a structure as YAML the way {@code yamlencode} does; one that is not known as a whole is one hole. */
final class YamlWriter {
    private static final int LONGEST_LINE = 80;
    private static final int LONGEST_KEY = 128;

    private final StringBuilder text = new StringBuilder();
    private int column;

    List<Piece> write(Value structure) {
        if (!structure.known()) {
            Cause cause = Causes.first(List.of(structure), structure.origin().born());
            Symbol symbol = Symbol.expression("yamlencode(…)");
            return List.of(new Piece.Hole(new Value.Unknown(symbol, Types.STRING, cause, structure.origin())));
        }
        document(structure);
        return List.of(new Piece.Known(text.toString(), structure.origin()));
    }

    private void document(Value structure) {
        boolean collection = structure instanceof Value.Seq || structure instanceof Value.Dict;
        node(structure, collection ? 0 : 1);
        put("\n");
        // A plain scalar is ended by a line of dots, so that it cannot go on.
        if (!collection && !(structure instanceof Value.Str)) {
            put("...\n");
        }
    }

    private void put(String part) {
        text.append(part);
        int line = part.lastIndexOf('\n');
        column = line < 0 ? column + part.codePointCount(0, part.length()) : part.length() - line - 1;
    }

    private void newLine(int depth) {
        put("\n" + "  ".repeat(depth));
    }

    private void node(Value value, int depth) {
        switch (value) {
            case Value.Null ignored -> put("null");
            case Value.Bool bool -> put(String.valueOf(bool.value()));
            case Value.Num number -> put(number.number().text());
            case Value.Str string -> string(string.text(), depth);
            case Value.Seq sequence -> sequence(sequence, depth);
            case Value.Dict mapping -> mapping(mapping, depth);
            case Value.Unknown ignored -> put("null");
            case Value.Choice ignored -> put("null");
        }
    }

    private void string(String string, int depth) {
        if (string.contains("\n") && literal(string)) {
            block(string, depth);
        } else {
            quoted(string, depth);
        }
    }

    /** Whether each character can stand for itself, line by line. */
    private static boolean literal(String string) {
        return string.codePoints().allMatch(point -> point == '\n' || YamlEscapes.printable(point))
                && !string.contains(" \n")
                && !string.endsWith(" ");
    }

    private void block(String string, int depth) {
        put("|");
        put(string.startsWith(" ") || string.startsWith("\n") ? "2" : "");
        put(ending(string));
        String body = string.endsWith("\n") ? string.substring(0, string.length() - 1) : string;
        for (String line : body.split("\n", -1)) {
            newLine(line.isEmpty() ? 0 : depth);
            put(line);
        }
    }

    private static String ending(String string) {
        if (!string.endsWith("\n")) {
            return "-";
        }
        return string.equals("\n") || string.endsWith("\n\n") ? "+" : "";
    }

    // A long line is broken at a blank, which the break then stands for.
    private void quoted(String string, int depth) {
        put("\"");
        boolean blanks = false;
        int last = string.length() - 1;
        for (int at = 0; at < string.length(); at += Character.charCount(string.codePointAt(at))) {
            int point = string.codePointAt(at);
            if (point != ' ') {
                put(YamlEscapes.of(point));
            } else if (!blanks && column > LONGEST_LINE && at > 0 && at < last) {
                newLine(depth);
                put(string.charAt(at + 1) == ' ' ? "\\" : "");
            } else {
                put(" ");
            }
            blanks = point == ' ';
        }
        put("\"");
    }

    // A list below a name is not indented further, one below a dash stands on its line.
    private void sequence(Value.Seq sequence, int depth) {
        if (sequence.elements().isEmpty()) {
            put("[]");
            return;
        }
        boolean first = true;
        for (Element element : sequence.elements()) {
            if (!first) {
                newLine(depth);
            }
            first = false;
            put("- ");
            if (element instanceof Element.One one) {
                node(one.value(), depth + 1);
            }
        }
    }

    private void mapping(Value.Dict mapping, int depth) {
        if (mapping.pairs().isEmpty()) {
            put("{}");
            return;
        }
        boolean first = true;
        for (Pair pair : Spread.sorted(mapping)) {
            if (!first) {
                newLine(depth);
            }
            first = false;
            if (pair instanceof Pair.One one) {
                key(one.key().text(), depth);
                member(one.value(), depth);
            }
        }
    }

    private void key(String key, int depth) {
        boolean simple = key.length() <= LONGEST_KEY && !key.contains("\n");
        put(simple ? "" : "? ");
        if (simple) {
            // A key that stands on one line is not broken.
            StringBuilder escaped = new StringBuilder();
            key.codePoints().forEach(point -> escaped.append(YamlEscapes.of(point)));
            put("\"" + escaped + "\":");
        } else {
            string(key, depth + 1);
            newLine(depth);
            put(":");
        }
    }

    private void member(Value value, int depth) {
        if (value instanceof Value.Seq list && !list.elements().isEmpty()) {
            newLine(depth);
            sequence(list, depth);
        } else if (value instanceof Value.Dict inner && !inner.pairs().isEmpty()) {
            newLine(depth + 1);
            mapping(inner, depth + 1);
        } else {
            put(" ");
            node(value, depth + 1);
        }
    }
}
