package dev.envgate.terraform;

import dev.envgate.hcl.Origin;
import dev.envgate.hcl.Value;
import dev.envgate.hcl.Value.Element;
import dev.envgate.hcl.Value.Pair;
import dev.envgate.hcl.Value.Piece;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Writes a policy document of which all is known, as the AWS provider writes JSON; each text keeps its place. */
final class PolicyText {
    private static final Comparator<Pair.One> BY_KEY =
            Comparator.comparing(pair -> pair.key().text());

    private final boolean indented;
    private final List<Piece> pieces = new ArrayList<>();

    PolicyText(boolean indented) {
        this.indented = indented;
    }

    List<Piece> write(Value document) {
        value(document, 0);
        return List.copyOf(pieces);
    }

    private void value(Value value, int depth) {
        switch (value) {
            case Value.Str text -> string(text);
            case Value.Seq sequence -> list(sequence, depth);
            case Value.Dict mapping -> object(mapping, depth);
            case Value.Null _, Value.Bool _, Value.Num _, Value.Unknown _, Value.Choice _ ->
                put(Reason.symbolic(value).toString(), value.origin());
        }
    }

    private void put(String text, Origin origin) {
        pieces.add(new Piece.Known(text, origin));
    }

    private void string(Value.Str string) {
        put("\"", string.origin());
        for (Piece piece : string.pieces()) {
            put(escaped(piece.text()), piece instanceof Piece.Known known ? known.origin() : string.origin());
        }
        put("\"", string.origin());
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> escaped.append("\\\"");
                case '\\' -> escaped.append("\\\\");
                case '\n' -> escaped.append("\\n");
                case '\r' -> escaped.append("\\r");
                case '\t' -> escaped.append("\\t");
                default -> escaped.append(plain(c) ? String.valueOf(c) : "\\u%04x".formatted((int) c));
            }
        }
        return escaped.toString();
    }

    private static boolean plain(char c) {
        return c >= ' ' && "<>&\u2028\u2029".indexOf(c) < 0;
    }

    private void list(Value.Seq sequence, int depth) {
        List<Value> values = new ArrayList<>();
        for (Element element : sequence.elements()) {
            if (element instanceof Element.One one) {
                values.add(one.value());
            }
        }
        put("[", sequence.origin());
        for (int i = 0; i < values.size(); i++) {
            next(i, depth + 1, sequence.origin());
            value(values.get(i), depth + 1);
        }
        close("]", values.isEmpty(), depth, sequence.origin());
    }

    /** The members of a document and of a statement stand in the provider's order, those below in the order of their names. */
    private void object(Value.Dict mapping, int depth) {
        List<Pair.One> members = new ArrayList<>();
        for (Pair pair : mapping.pairs()) {
            if (pair instanceof Pair.One one) {
                members.add(one);
            }
        }
        if (depth > 2) {
            members.sort(BY_KEY);
        }
        put("{", mapping.origin());
        for (int i = 0; i < members.size(); i++) {
            next(i, depth + 1, mapping.origin());
            string(members.get(i).key());
            put(indented ? ": " : ":", mapping.origin());
            value(members.get(i).value(), depth + 1);
        }
        close("}", members.isEmpty(), depth, mapping.origin());
    }

    private void next(int index, int depth, Origin origin) {
        put((index > 0 ? "," : "") + line(depth), origin);
    }

    private void close(String bracket, boolean empty, int depth, Origin origin) {
        put((empty ? "" : line(depth)) + bracket, origin);
    }

    private String line(int depth) {
        return indented ? "\n" + "  ".repeat(depth) : "";
    }
}
