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

    /** Where a name is written, and the names that it went through: not where a template asks for it. */
    static Origin ofName(Value.Str name) {
        return name.pieces().size() == 1
                        && name.pieces().getFirst() instanceof Value.Piece.Known known
                        && !covers(name.origin().born(), known.origin().born())
                ? known.origin().behind(name.origin().hops())
                : name.origin();
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
            case Value.Seq sequence -> sequence.elements().stream().flatMap(Reason::causes);
            case Value.Dict mapping -> mapping.pairs().stream().flatMap(Reason::causes);
            case Value.Null _ -> Stream.empty();
            case Value.Bool _ -> Stream.empty();
            case Value.Num _ -> Stream.empty();
        };
    }

    private static Stream<Cause> causes(Value.Piece piece) {
        return switch (piece) {
            case Value.Piece.Hole(Value value) -> causes(value);
            case Value.Piece.Encoded encoded -> causes(encoded.structure());
            case Value.Piece.Known _ -> Stream.empty();
        };
    }

    private static Stream<Cause> causes(Value.Element element) {
        Stream<Cause> inside = switch (element) {
            case Value.Element.One one -> causes(one.value());
            case Value.Element.Rest rest -> Stream.of(rest.why().cause());
        };
        return Stream.concat(inside, causes(element.guard()));
    }

    private static Stream<Cause> causes(Value.Pair pair) {
        Stream<Cause> inside = switch (pair) {
            case Value.Pair.One one -> Stream.of(one.key(), one.value()).flatMap(Reason::causes);
            case Value.Pair.Rest rest -> Stream.of(rest.why().cause());
        };
        return Stream.concat(inside, causes(pair.guard()));
    }

    private static Stream<Cause> causes(Value.Guard guard) {
        return guard.terms().stream().map(term -> term.condition().cause());
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
            case Value.Unknown _ -> List.of(new Value.Piece.Hole(value));
            case Value.Choice _ -> List.of(new Value.Piece.Hole(value));
            case Value.Seq _ -> List.of(new Value.Piece.Hole(value));
            case Value.Dict _ -> List.of(new Value.Piece.Hole(value));
        };
    }

    private static List<Value.Piece> known(String text, Origin origin) {
        return List.of(new Value.Piece.Known(text, origin));
    }

    static Symbolic.Part part(Value.Piece piece) {
        return switch (piece) {
            case Value.Piece.Known(String text, Origin _) -> new Symbolic.Part.Known(text);
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
