package dev.envgate.terraform;

import dev.envgate.hcl.Origin;
import dev.envgate.hcl.Value;
import dev.envgate.hcl.Value.Piece;
import dev.envgate.ledger.Place;
import dev.envgate.ledger.Reference;
import dev.envgate.ledger.Reference.Target;
import dev.envgate.ledger.Symbolic;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads what a {@code valueFrom} points to: a text, or a reference to a block of Terraform with a text behind it. */
final class References {
    /** A variable of the root; that of a module has the module before it. */
    private static final Pattern VARIABLE = Pattern.compile("var\\.[\\w-]+");

    private final Follow follow;

    References(Follow follow) {
        this.follow = follow;
    }

    Reference read(Value value) {
        List<Piece> pieces = Reason.pieces(value);
        if (!pieces.isEmpty() && pieces.getFirst() instanceof Piece.Hole(Value first)) {
            return beginning(first, pieces, Reason.symbolic(value).toString());
        }
        Optional<Target.Unclear> leftOpen = leftOpen(value);
        if (leftOpen.isPresent()) {
            return Reference.whole("", leftOpen.get());
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

    /** An empty default of the root is there to be replaced when it is applied, by a file of variables that is not committed. */
    private static Optional<Target.Unclear> leftOpen(Value value) {
        Origin origin = value.origin();
        boolean empty = value instanceof Value.Null
                || Reason.symbolic(value).equals(Symbolic.of(""))
                || Reason.pieces(value).isEmpty();
        return origin.hops().stream()
                .limit(1)
                .map(Origin.Hop::name)
                .filter(name -> empty && VARIABLE.matcher(name).matches() && writtenInConfiguration(origin))
                .findFirst()
                .map(name -> new Target.Unclear(
                        "`%s` is empty by default, and no value was given".formatted(name),
                        new Place.InFile(origin.born())));
    }

    private static boolean writtenInConfiguration(Origin origin) {
        return FileNames.isConfiguration(origin.born().file().path());
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
