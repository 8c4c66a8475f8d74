package dev.envgate.terraform;

import dev.envgate.hcl.Cause;
import dev.envgate.hcl.Origin;
import dev.envgate.hcl.Value;
import dev.envgate.ledger.Gap;
import dev.envgate.ledger.Place;
import dev.envgate.ledger.Symbolic;
import dev.envgate.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Says in the ledger's words where a value stands, what it looks like, and why it is not known. */
final class Reason {
    private Reason() {}

    static Place place(Value value) {
        return new Place.InFile(value.origin().born());
    }

    /** Where a name is written: not where a template asks for it. */
    static Place namePlace(Value.Str name) {
        return name.pieces().size() == 1
                        && name.pieces().getFirst() instanceof Value.Piece.Known known
                        && !covers(name.origin().born(), known.origin().born())
                ? new Place.InFile(known.origin().born())
                : place(name);
    }

    private static boolean covers(Span outer, Span inner) {
        return outer.file() == inner.file() && outer.start() <= inner.start() && inner.end() <= outer.end();
    }

    static Gap gap(Value value) {
        return gap("", value);
    }

    /** @param what the subject of the reason, if it needs one: "the name `DD_${var.x}`" */
    static Gap gap(String what, Value value) {
        Cause cause = cause(value);
        String why = what.isEmpty() ? cause.reason() : what + " " + cause.reason();
        return new Gap(why, new Place.InFile(cause.place()));
    }

    /** Why a value is not known. */
    static Cause cause(Value value) {
        return causes(value)
                .findFirst()
                .orElseGet(() -> new Cause(
                        Cause.Kind.UNSUPPORTED,
                        "depends on something that is not known",
                        value.origin().born()));
    }

    private static Stream<Cause> causes(Value value) {
        return switch (value) {
            case Value.Unknown unknown -> Stream.of(unknown.cause());
            case Value.Choice choice -> Stream.of(choice.condition().cause());
            case Value.Str text -> text.pieces().stream().flatMap(Reason::causes);
            case Value.Null ignored -> Stream.empty();
            case Value.Bool ignored -> Stream.empty();
            case Value.Num ignored -> Stream.empty();
            case Value.Seq ignored -> Stream.empty();
            case Value.Dict ignored -> Stream.empty();
        };
    }

    private static Stream<Cause> causes(Value.Piece piece) {
        return switch (piece) {
            case Value.Piece.Hole(Value value) -> causes(value);
            case Value.Piece.Known ignored -> Stream.empty();
            case Value.Piece.Encoded ignored -> Stream.empty();
        };
    }

    /** A text that may have holes; a number or a truth value as it is written in JSON. */
    static Symbolic symbolic(Value value) {
        List<Symbolic.Part> parts = new ArrayList<>();
        pieces(value).forEach(piece -> parts.add(part(piece)));
        return new Symbolic(parts);
    }

    static List<Value.Piece> pieces(Value value) {
        return switch (value) {
            case Value.Str text -> text.pieces();
            case Value.Bool bool -> known(String.valueOf(bool.value()), bool.origin());
            case Value.Num number -> known(number.value().toPlainString(), number.origin());
            case Value.Null nothing -> known("", nothing.origin());
            case Value.Unknown ignored -> List.of(new Value.Piece.Hole(value));
            case Value.Choice ignored -> List.of(new Value.Piece.Hole(value));
            case Value.Seq ignored -> List.of(new Value.Piece.Hole(value));
            case Value.Dict ignored -> List.of(new Value.Piece.Hole(value));
        };
    }

    private static List<Value.Piece> known(String text, Origin origin) {
        return List.of(new Value.Piece.Known(text, origin));
    }

    static Symbolic.Part part(Value.Piece piece) {
        return switch (piece) {
            case Value.Piece.Known(String text, Origin ignored) -> new Symbolic.Part.Known(text);
            case Value.Piece.Encoded encoded -> new Symbolic.Part.Known(encoded.text());
            case Value.Piece.Hole hole -> new Symbolic.Part.Hole(unwrapped(hole.text()));
        };
    }

    private static String unwrapped(String hole) {
        return hole.substring("${".length(), hole.length() - 1);
    }

    /** Whether a value can stand for the value of a variable. */
    static boolean isText(Value value) {
        return value instanceof Value.Str || value instanceof Value.Num || value instanceof Value.Bool;
    }

    static boolean isTextOrNull(Value value) {
        return value instanceof Value.Str || value instanceof Value.Null;
    }

    /** The text of a value that is known for certain. */
    static Optional<String> text(Value value) {
        return value instanceof Value.Str text && text.known() ? Optional.of(text.text()) : Optional.empty();
    }
}
