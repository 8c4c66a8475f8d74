package dev.envgate.hcl;

import dev.envgate.hcl.Value.Element;
import dev.envgate.hcl.Value.Pair;
import dev.envgate.hcl.Value.Piece;
import java.util.List;

/**
 * What is taken out of a collection or a text has come the way of that as well. A name is noted on the collection only, so that a
 * reference costs the same however large it is; what is in it learns of the name when it is taken out.
 */
public final class TakenOut {
    private TakenOut() {}

    /** A value that came out of another one. */
    public static Value of(Value holder, Value value) {
        return behind(value, holder.origin().hops());
    }

    /** A value that went through names, behind those that it went through before. */
    public static Value behind(Value value, List<Origin.Hop> hops) {
        if (hops.isEmpty()) {
            return value;
        }
        return value instanceof Value.Choice choice
                ? new Value.Choice(
                        choice.condition(),
                        behind(choice.whenTrue(), hops),
                        behind(choice.whenFalse(), hops),
                        choice.origin())
                : value.withOrigin(value.origin().behind(hops));
    }

    private static Value.Str key(Value.Str key, List<Origin.Hop> hops) {
        return hops.isEmpty() ? key : key.withOrigin(key.origin().behind(hops));
    }

    /** The elements of a sequence, taken out of it. */
    public static List<Element> elements(Value.Seq sequence) {
        List<Origin.Hop> hops = sequence.origin().hops();
        return hops.isEmpty()
                ? sequence.elements()
                : sequence.elements().stream()
                        .map(element -> element(element, hops))
                        .toList();
    }

    private static Element element(Element element, List<Origin.Hop> hops) {
        return switch (element) {
            case Element.One one -> new Element.One(behind(one.value(), hops), one.guard());
            case Element.Rest rest -> rest;
        };
    }

    /** The pairs of a mapping, taken out of it. */
    public static List<Pair> pairs(Value.Dict mapping) {
        List<Origin.Hop> hops = mapping.origin().hops();
        return hops.isEmpty()
                ? mapping.pairs()
                : mapping.pairs().stream().map(pair -> pair(pair, hops)).toList();
    }

    private static Pair pair(Pair pair, List<Origin.Hop> hops) {
        return switch (pair) {
            case Pair.One one -> new Pair.One(key(one.key(), hops), behind(one.value(), hops), one.guard());
            case Pair.Rest rest -> rest;
        };
    }

    /** The pieces of a text, taken out of it. */
    static List<Piece> pieces(Value.Str text) {
        List<Origin.Hop> hops = text.origin().hops();
        return hops.isEmpty()
                ? text.pieces()
                : text.pieces().stream().map(piece -> piece(piece, hops)).toList();
    }

    private static Piece piece(Piece piece, List<Origin.Hop> hops) {
        return switch (piece) {
            case Piece.Known known ->
                new Piece.Known(known.text(), known.origin().behind(hops));
            case Piece.Encoded encoded -> new Piece.Encoded(encoded.encoding(), behind(encoded.structure(), hops));
            case Piece.Hole hole -> new Piece.Hole(behind(hole.value(), hops));
        };
    }

    /** A collection whose elements a function may take out without asking. */
    static Value opened(Value value) {
        if (!(value instanceof Value.Choice) && value.origin().hops().isEmpty()) {
            return value;
        }
        return switch (value) {
            case Value.Seq sequence -> sequence.holding(elements(sequence));
            case Value.Dict mapping -> mapping.holding(pairs(mapping));
            case Value.Choice choice ->
                new Value.Choice(
                        choice.condition(), opened(choice.whenTrue()), opened(choice.whenFalse()), choice.origin());
            case Value.Null ignored -> value;
            case Value.Bool ignored -> value;
            case Value.Num ignored -> value;
            case Value.Str ignored -> value;
            case Value.Unknown ignored -> value;
        };
    }
}
