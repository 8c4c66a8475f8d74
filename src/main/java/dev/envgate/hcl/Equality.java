package dev.envgate.hcl;

import dev.envgate.hcl.Value.Element;
import dev.envgate.hcl.Value.Pair;
import dev.envgate.hcl.Value.Piece;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Whether two values are equal, as {@code ==} has it; where they are known in part the answer may be open. */
enum Equality {
    SAME,
    DIFFERENT,
    OPEN;

    static Equality of(Value left, Value right) {
        if (left instanceof Value.Unknown || right instanceof Value.Unknown) {
            return unknown(left, right);
        }
        if (left instanceof Value.Choice || right instanceof Value.Choice) {
            return choice(left, right);
        }
        return known(left, right);
    }

    private static Equality unknown(Value left, Value right) {
        if (neverSame(left, right) || neverSame(right, left)) {
            return DIFFERENT;
        }
        boolean sameReference = left instanceof Value.Unknown a
                && right instanceof Value.Unknown b
                && Symbols.plain(a.symbol())
                && a.type().equals(b.type())
                && a.symbol().equals(b.symbol());
        return sameReference ? SAME : OPEN;
    }

    private static boolean neverSame(Value left, Value right) {
        return left instanceof Value.Unknown unknown
                && unknown.neverEmpty()
                && (right instanceof Value.Null
                        || (right instanceof Value.Str text && text.pieces().isEmpty()));
    }

    private static Equality choice(Value left, Value right) {
        if (left instanceof Value.Choice choice) {
            return both(of(choice.whenTrue(), right), of(choice.whenFalse(), right));
        }
        return right instanceof Value.Choice ? choice(right, left) : OPEN;
    }

    /** The answer when either of two may be asked for. */
    private static Equality both(Equality one, Equality other) {
        return one == other ? one : OPEN;
    }

    /** The answer when all parts must be the same. */
    private Equality and(Equality other) {
        if (this == DIFFERENT || other == DIFFERENT) {
            return DIFFERENT;
        }
        return this == OPEN || other == OPEN ? OPEN : SAME;
    }

    private static Equality when(boolean same) {
        return same ? SAME : DIFFERENT;
    }

    private static Equality known(Value left, Value right) {
        boolean typed =
                left.known() && right.known() && !(left instanceof Value.Null) && !(right instanceof Value.Null);
        return typed && !Types.of(left).equals(Types.of(right)) ? DIFFERENT : content(left, right);
    }

    private static Equality content(Value left, Value right) {
        return switch (left) {
            case Value.Null ignored -> when(right instanceof Value.Null);
            case Value.Bool bool -> when(right instanceof Value.Bool other && other.value() == bool.value());
            case Value.Num number ->
                when(right instanceof Value.Num other && number.number().sameAs(other.number()));
            case Value.Str text -> right instanceof Value.Str other ? strings(text, other) : DIFFERENT;
            case Value.Seq sequence -> right instanceof Value.Seq other ? sequences(sequence, other) : DIFFERENT;
            case Value.Dict mapping -> right instanceof Value.Dict other ? mappings(mapping, other) : DIFFERENT;
            case Value.Unknown ignored -> OPEN;
            case Value.Choice ignored -> OPEN;
        };
    }

    private static Equality strings(Value.Str left, Value.Str right) {
        if (left.known() && right.known()) {
            return when(left.text().equals(right.text()));
        }
        if (left.pieces().equals(right.pieces()) && onlyReferences(left)) {
            return SAME;
        }
        return tooShort(left, right)
                        || tooShort(right, left)
                        || clash(Partial.prefix(left), Partial.prefix(right), false)
                        || clash(Partial.suffix(left), Partial.suffix(right), true)
                ? DIFFERENT
                : OPEN;
    }

    /** Whether a text that is known is shorter than what is known of another one. */
    private static boolean tooShort(Value.Str known, Value.Str partly) {
        return known.known()
                && known.text().length()
                        < Partial.runs(partly).stream().mapToInt(String::length).sum();
    }

    private static boolean onlyReferences(Value.Str text) {
        return text.pieces().stream()
                .allMatch(piece -> piece instanceof Piece.Known
                        || (piece instanceof Piece.Hole(Value value)
                                && value instanceof Value.Unknown unknown
                                && Symbols.plain(unknown.symbol())));
    }

    /** Whether two beginnings, or two ends, cannot be those of the same text. */
    static boolean clash(String left, String right, boolean atEnd) {
        String longer = left.length() > right.length() ? left : right;
        String shorter = left.length() > right.length() ? right : left;
        return atEnd ? !longer.endsWith(shorter) : !longer.startsWith(shorter);
    }

    private static Equality sequences(Value.Seq left, Value.Seq right) {
        if (left.shape() != right.shape()) {
            return DIFFERENT;
        }
        if (!left.closed() || !right.closed() || left.shuffled() || right.shuffled()) {
            return OPEN;
        }
        if (left.elements().size() != right.elements().size()) {
            return left.shape() == Value.Seq.Shape.SET && !(left.known() && right.known()) ? OPEN : DIFFERENT;
        }
        Equality all = SAME;
        for (int i = 0; i < left.elements().size(); i++) {
            all = all.and(elements(left.elements().get(i), right.elements().get(i)));
        }
        return left.shape() == Value.Seq.Shape.SET && !(left.known() && right.known()) ? OPEN : all;
    }

    private static Equality elements(Element left, Element right) {
        return left instanceof Element.One(Value a, Value.Guard ignored)
                        && right instanceof Element.One(Value b, Value.Guard same)
                ? inside(a, b)
                : OPEN;
    }

    // What is known has been compared by type as a whole already.
    private static Equality inside(Value left, Value right) {
        return left.known() && right.known() ? content(left, right) : of(left, right);
    }

    private static Equality mappings(Value.Dict left, Value.Dict right) {
        if (left.object() != right.object()) {
            return DIFFERENT;
        }
        if (!left.closed() || !right.closed()) {
            return OPEN;
        }
        Map<String, Value> others = byKey(right.pairs());
        Map<String, Value> own = byKey(left.pairs());
        if (!own.keySet().equals(others.keySet())) {
            return DIFFERENT;
        }
        Equality all = SAME;
        for (Map.Entry<String, Value> each : own.entrySet()) {
            Value other = others.get(each.getKey());
            all = other == null ? DIFFERENT : all.and(inside(each.getValue(), other));
        }
        return all;
    }

    private static Map<String, Value> byKey(List<Pair> pairs) {
        Map<String, Value> values = new HashMap<>();
        for (Pair pair : pairs) {
            if (pair instanceof Pair.One one) {
                values.put(one.key().text(), one.value());
            }
        }
        return values;
    }
}
