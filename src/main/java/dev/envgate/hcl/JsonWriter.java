package dev.envgate.hcl;

import dev.envgate.hcl.Value.Element;
import dev.envgate.hcl.Value.Guard;
import dev.envgate.hcl.Value.Pair;
import dev.envgate.hcl.Value.Piece;
import java.util.ArrayList;
import java.util.List;

/** Writes a structure as JSON the way {@code jsonencode} does: no blanks, names in order, and a hole for what is not known. */
final class JsonWriter {
    /** Writes a value; strings inside keep the places they were born at. */
    List<Piece> write(Value value) {
        return switch (value) {
            case Value.Null ignored -> text("null", value.origin());
            case Value.Bool bool -> text(String.valueOf(bool.value()), value.origin());
            case Value.Num number -> text(number.number().text(), value.origin());
            case Value.Str string -> string(string);
            case Value.Seq sequence -> sequence(sequence);
            case Value.Dict mapping -> mapping(mapping);
            case Value.Unknown unknown -> List.of(new Piece.Hole(unknown));
            case Value.Choice choice -> List.of(new Piece.Hole(choice(choice)));
        };
    }

    private static List<Piece> text(String text, Origin origin) {
        return List.of(new Piece.Known(text, origin));
    }

    private Value choice(Value.Choice choice) {
        return new Value.Choice(
                choice.condition(),
                new Value.Str(write(choice.whenTrue()), choice.origin()),
                new Value.Str(write(choice.whenFalse()), choice.origin()),
                choice.origin());
    }

    private List<Piece> string(Value.Str string) {
        List<Piece> pieces = new ArrayList<>();
        pieces.add(new Piece.Known("\"", string.origin()));
        for (Piece piece : Partial.written(string).pieces()) {
            pieces.add(piece instanceof Piece.Known known ? escaped(known) : piece);
        }
        pieces.add(new Piece.Known("\"", string.origin()));
        return pieces;
    }

    private static Piece escaped(Piece.Known piece) {
        StringBuilder text = new StringBuilder();
        escape(piece.text(), text);
        return new Piece.Known(text.toString(), piece.origin());
    }

    private List<Piece> sequence(Value.Seq sequence) {
        List<Joining.Item> items = new ArrayList<>();
        for (Element element : sequence.elements()) {
            items.add(
                    switch (element) {
                        case Element.One one -> new Joining.Item(write(one.value()), one.guard(), false);
                        case Element.Rest rest -> rest(rest.why(), rest.guard());
                    });
        }
        return enclosed("[", items, "]", sequence.origin());
    }

    private List<Piece> mapping(Value.Dict mapping) {
        List<Joining.Item> items = new ArrayList<>();
        for (Pair pair : Spread.sorted(mapping)) {
            items.add(
                    switch (pair) {
                        case Pair.One one -> new Joining.Item(pair(one), one.guard(), false);
                        case Pair.Rest rest -> rest(rest.why(), rest.guard());
                    });
        }
        return enclosed("{", items, "}", mapping.origin());
    }

    private static Joining.Item rest(Value.Unknown why, Guard guard) {
        return new Joining.Item(List.of(new Piece.Hole(why)), guard, true);
    }

    private List<Piece> pair(Pair.One one) {
        List<Piece> pieces = new ArrayList<>(string(one.key()));
        pieces.add(new Piece.Known(":", one.key().origin()));
        pieces.addAll(write(one.value()));
        return pieces;
    }

    private static List<Piece> enclosed(String open, List<Joining.Item> items, String close, Origin origin) {
        List<Piece> pieces = new ArrayList<>();
        pieces.add(new Piece.Known(open, origin));
        pieces.addAll(new Joining(text(",", origin), origin).join(items));
        pieces.add(new Piece.Known(close, origin));
        return pieces;
    }

    /** Appends a text in quotes. */
    static void quote(String text, StringBuilder to) {
        to.append('"');
        escape(text, to);
        to.append('"');
    }

    private static void escape(String text, StringBuilder to) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> to.append("\\\"");
                case '\\' -> to.append("\\\\");
                case '\n' -> to.append("\\n");
                case '\r' -> to.append("\\r");
                case '\t' -> to.append("\\t");
                case '\b' -> to.append("\\b");
                case '\f' -> to.append("\\f");
                case '<', '>', '&', '\u2028', '\u2029' -> hex(c, to);
                default -> {
                    if (c < ' ') {
                        hex(c, to);
                    } else {
                        to.append(c);
                    }
                }
            }
        }
    }

    private static void hex(char c, StringBuilder to) {
        to.append("\\u").append(String.format("%04x", (int) c));
    }
}
