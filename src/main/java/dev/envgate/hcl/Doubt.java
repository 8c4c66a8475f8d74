package dev.envgate.hcl;

import dev.envgate.hcl.Value.Element;
import dev.envgate.hcl.Value.Pair;
import dev.envgate.hcl.Value.Piece;
import java.util.stream.Stream;

/** Whether what is not known may turn out to be refused. */
final class Doubt {
    private Doubt() {}

    /** Whether anything in a value comes of a call or an operator that may fail; that a reference fails is not expected. */
    static boolean mayFail(Value value) {
        if (value.known()) {
            return false;
        }
        return switch (value) {
            case Value.Unknown unknown -> !Symbols.plain(unknown.symbol());
            case Value.Choice choice -> mayFail(choice.whenTrue()) || mayFail(choice.whenFalse());
            case Value.Str text -> text.pieces().stream().flatMap(Doubt::inside).anyMatch(Doubt::mayFail);
            case Value.Seq sequence ->
                sequence.elements().stream().flatMap(Doubt::inside).anyMatch(Doubt::mayFail);
            case Value.Dict mapping ->
                mapping.pairs().stream().flatMap(Doubt::inside).anyMatch(Doubt::mayFail);
            case Value.Null ignored -> false;
            case Value.Bool ignored -> false;
            case Value.Num ignored -> false;
        };
    }

    private static Stream<Value> inside(Piece piece) {
        return switch (piece) {
            case Piece.Known ignored -> Stream.empty();
            case Piece.Encoded encoded -> Stream.of(encoded.structure());
            case Piece.Hole hole -> Stream.of(hole.value());
        };
    }

    private static Stream<Value> inside(Element element) {
        return Stream.of(Sets.representative(element));
    }

    private static Stream<Value> inside(Pair pair) {
        return switch (pair) {
            case Pair.One one -> Stream.of(one.key(), one.value());
            case Pair.Rest rest -> Stream.of(rest.why());
        };
    }
}
