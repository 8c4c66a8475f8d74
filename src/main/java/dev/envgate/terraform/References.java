package dev.envgate.terraform;

import dev.envgate.hcl.Value;
import dev.envgate.hcl.Value.Piece;
import dev.envgate.ledger.Place;
import dev.envgate.ledger.Reference;
import dev.envgate.ledger.Reference.Target;
import dev.envgate.ledger.Symbolic;
import java.util.List;

/** Reads what a {@code valueFrom} points to: a text, or a reference to a block of Terraform with a text behind it. */
final class References {
    private final Follow follow;

    References(Follow follow) {
        this.follow = follow;
    }

    Reference read(Value value) {
        List<Piece> pieces = Reason.pieces(value);
        if (!pieces.isEmpty() && pieces.getFirst() instanceof Piece.Hole(Value first)) {
            return beginning(first, pieces, Reason.symbolic(value).toString());
        }
        return value instanceof Value.Null
                ? Reference.whole("", new Target.Malformed("The `valueFrom` is null."))
                : Reference.parse(Reason.symbolic(value), unclear(value));
    }

    private Reference beginning(Value first, List<Piece> pieces, String text) {
        return first instanceof Value.Unknown unknown && unknown.symbol().reference()
                ? Reference.of(text, follow.target(unknown), suffix(pieces))
                : Reference.parse(new Symbolic(pieces.stream().map(Reason::part).toList()), unclear(first));
    }

    /** Whether a value is nothing but a reference to something. */
    static boolean isReference(Value value) {
        List<Piece> pieces = Reason.pieces(value);
        return pieces.size() == 1
                && pieces.getFirst() instanceof Piece.Hole(Value.Unknown unknown)
                && unknown.symbol().reference();
    }

    private static Symbolic suffix(List<Piece> pieces) {
        return new Symbolic(
                pieces.subList(1, pieces.size()).stream().map(Reason::part).toList());
    }

    static Target.Unclear unclear(Value value) {
        return new Target.Unclear(
                Reason.cause(value).reason(),
                new Place.InFile(Reason.cause(value).place()));
    }
}
