package dev.envgate.hcl;

import dev.envgate.hcl.Value.Piece;
import java.util.List;

/** Takes the mark of a sensitive value away. */
final class Marks {
    private Marks() {}

    /** The value without a mark of its own; what is inside keeps its marks, except for the pieces of a string. */
    static Value without(Value value) {
        Origin origin = plain(value.origin());
        return value instanceof Value.Str text ? new Value.Str(pieces(text), origin) : value.withOrigin(origin);
    }

    private static Origin plain(Origin origin) {
        return new Origin(origin.born(), origin.hops(), false);
    }

    private static List<Piece> pieces(Value.Str text) {
        return text.pieces().stream().map(Marks::without).toList();
    }

    private static Piece without(Piece piece) {
        return switch (piece) {
            case Piece.Known known -> new Piece.Known(known.text(), plain(known.origin()));
            case Piece.Encoded encoded -> new Piece.Encoded(encoded.encoding(), without(encoded.structure()));
            case Piece.Hole hole -> new Piece.Hole(without(hole.value()));
        };
    }
}
