package dev.envgate.terraform;

import dev.envgate.hcl.Encoding;
import dev.envgate.hcl.Origin;
import dev.envgate.hcl.Value;
import dev.envgate.text.Span;
import java.util.List;

/**
 * Notes on a value that it was seen through a name. Elements of a collection get the note as well, because functions take them out of
 * it; what lies deeper gets there with them.
 */
final class Passage {
    private Passage() {}

    static Value through(Value value, String name, Span at) {
        return marked(inside(value, name, at), name, at);
    }

    private static Value marked(Value value, String name, Span at) {
        Origin.Hop hop = new Origin.Hop(name, at);
        List<Origin.Hop> hops = value.origin().hops();
        return !hops.isEmpty() && hops.getLast().equals(hop)
                ? value
                : value.withOrigin(value.origin().through(name, at));
    }

    private static Value inside(Value value, String name, Span at) {
        return switch (value) {
            case Value.Seq sequence ->
                new Value.Seq(
                        sequence.shape(),
                        sequence.elementType(),
                        sequence.elements().stream()
                                .map(element -> element(element, name, at))
                                .toList(),
                        sequence.origin());
            case Value.Dict mapping ->
                new Value.Dict(
                        mapping.object(),
                        mapping.elementType(),
                        mapping.pairs().stream()
                                .map(pair -> pair(pair, name, at))
                                .toList(),
                        mapping.origin());
            case Value.Str text -> text(text, name, at);
            case Value.Choice choice ->
                new Value.Choice(
                        choice.condition(),
                        through(choice.whenTrue(), name, at),
                        through(choice.whenFalse(), name, at),
                        choice.origin());
            case Value.Null _ -> value;
            case Value.Bool _ -> value;
            case Value.Num _ -> value;
            case Value.Unknown _ -> value;
        };
    }

    /** Only what was encoded into the text has values of its own, and most texts have nothing of the sort. */
    private static Value text(Value.Str text, String name, Span at) {
        return text.pieces().stream().noneMatch(Value.Piece.Encoded.class::isInstance)
                ? text
                : new Value.Str(
                        text.pieces().stream()
                                .map(piece -> piece(piece, name, at))
                                .toList(),
                        text.origin());
    }

    private static Value.Element element(Value.Element element, String name, Span at) {
        return switch (element) {
            case Value.Element.One(Value value, Value.Guard guard) ->
                new Value.Element.One(marked(value, name, at), guard);
            case Value.Element.Rest rest -> rest;
        };
    }

    private static Value.Pair pair(Value.Pair pair, String name, Span at) {
        return switch (pair) {
            case Value.Pair.One(Value.Str key, Value value, Value.Guard guard) ->
                new Value.Pair.One(key.withOrigin(key.origin().through(name, at)), marked(value, name, at), guard);
            case Value.Pair.Rest rest -> rest;
        };
    }

    private static Value.Piece piece(Value.Piece piece, String name, Span at) {
        return switch (piece) {
            case Value.Piece.Known known -> known;
            case Value.Piece.Encoded(Encoding encoding, Value structure) ->
                new Value.Piece.Encoded(encoding, through(structure, name, at));
            case Value.Piece.Hole hole -> hole;
        };
    }
}
