package dev.envgate.hcl;

import dev.envgate.hcl.Value.Element;
import dev.envgate.hcl.Value.Pair;
import dev.envgate.hcl.Value.Piece;
import java.util.List;

/** Writes a structure as YAML the way {@code yamlencode} does; one that is not known as a whole is one hole. */
final class YamlWriter {
    private final StringBuilder text = new StringBuilder();

    List<Piece> write(Value structure) {
        if (!structure.known()) {
            Cause cause = Causes.first(List.of(structure), structure.origin().born());
            Symbol symbol = Symbol.expression("yamlencode(…)");
            return List.of(new Piece.Hole(new Value.Unknown(symbol, Types.STRING, cause, structure.origin())));
        }
        node(structure, 0);
        text.append('\n');
        String yaml = text.toString().replaceAll("\n+$", "\n");
        return List.of(new Piece.Known(yaml, structure.origin()));
    }

    private void node(Value value, int depth) {
        switch (value) {
            case Value.Null ignored -> text.append("null");
            case Value.Bool bool -> text.append(bool.value());
            case Value.Num number -> text.append(Arithmetic.text(number.value()));
            case Value.Str string -> string(string.text(), depth);
            case Value.Seq sequence -> sequence(sequence, depth);
            case Value.Dict mapping -> mapping(mapping, depth);
            case Value.Unknown ignored -> text.append("null");
            case Value.Choice ignored -> text.append("null");
        }
    }

    private void string(String string, int depth) {
        if (!string.contains("\n")) {
            quoted(string);
            return;
        }
        String body = string.endsWith("\n") ? string.substring(0, string.length() - 1) : string;
        text.append(string.endsWith("\n") ? "|" : "|-");
        for (String line : body.split("\n", -1)) {
            newLine(depth);
            text.append(line);
        }
    }

    private void quoted(String string) {
        text.append('"');
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            switch (c) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\t' -> text.append("\\t");
                case '\r' -> text.append("\\r");
                default -> text.append(c);
            }
        }
        text.append('"');
    }

    private void newLine(int depth) {
        text.append('\n').append("  ".repeat(depth));
    }

    // A list below a name is not indented further, one below a dash stands on its line.
    private void sequence(Value.Seq sequence, int depth) {
        if (sequence.elements().isEmpty()) {
            text.append("[]");
            return;
        }
        boolean first = true;
        for (Element element : sequence.elements()) {
            if (!first) {
                newLine(depth);
            }
            first = false;
            text.append("- ");
            if (element instanceof Element.One one) {
                node(one.value(), depth + 1);
            }
        }
    }

    private void mapping(Value.Dict mapping, int depth) {
        if (mapping.pairs().isEmpty()) {
            text.append("{}");
            return;
        }
        boolean first = true;
        for (Pair pair : Spread.sorted(mapping)) {
            if (!first) {
                newLine(depth);
            }
            first = false;
            if (pair instanceof Pair.One one) {
                quoted(one.key().text());
                text.append(':');
                member(one.value(), depth);
            }
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
            text.append(' ');
            node(value, depth + 1);
        }
    }
}
