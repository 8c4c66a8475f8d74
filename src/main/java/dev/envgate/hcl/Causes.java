package dev.envgate.hcl;

import dev.envgate.text.Span;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds why a value is not known, in a value that is known in part. */
final class Causes {
    private Causes() {}

    /** The first cause in any of the values. */
    static Cause first(List<? extends Value> values, Span otherwise) {
        return values.stream()
                .flatMap(Causes::all)
                .findFirst()
                .orElseGet(
                        () -> new Cause(Cause.Kind.UNSUPPORTED, "depends on something that is not known", otherwise));
    }

    /** The first failure that does not depend on a condition. */
    static Optional<Cause> failure(Value value) {
        return all(value).filter(cause -> cause.kind() == Cause.Kind.FAILED).findFirst();
    }

    /** All causes in the order in which they stand. */
    static Stream<Cause> all(Value value) {
        if (value.known()) {
            return Stream.empty();
        }
        return switch (value) {
            case Value.Unknown unknown -> Stream.of(unknown.cause());
            case Value.Choice choice ->
                Stream.of(
                                Stream.of(choice.condition().cause()),
                                Stream.of(choice.whenTrue(), choice.whenFalse()).flatMap(Causes::all))
                        .flatMap(each -> each);
            case Value.Str text -> text.pieces().stream().flatMap(Causes::ofPiece);
            case Value.Seq sequence -> sequence.elements().stream().flatMap(Causes::ofElement);
            case Value.Dict mapping -> mapping.pairs().stream().flatMap(Causes::ofPair);
            case Value.Null ignored -> Stream.empty();
            case Value.Bool ignored -> Stream.empty();
            case Value.Num ignored -> Stream.empty();
        };
    }

    private static Stream<Cause> ofPiece(Value.Piece piece) {
        return switch (piece) {
            case Value.Piece.Known ignored -> Stream.empty();
            case Value.Piece.Encoded encoded -> all(encoded.structure());
            case Value.Piece.Hole hole -> all(hole.value());
        };
    }

    private static Stream<Cause> ofElement(Value.Element element) {
        Stream<Cause> inner = switch (element) {
            case Value.Element.One one -> all(one.value());
            case Value.Element.Rest rest -> Stream.of(rest.why().cause());
        };
        return Stream.concat(inner, ofGuard(element.guard()));
    }

    private static Stream<Cause> ofPair(Value.Pair pair) {
        Stream<Cause> inner = switch (pair) {
            case Value.Pair.One one -> Stream.of(one.key(), one.value()).flatMap(Causes::all);
            case Value.Pair.Rest rest -> Stream.of(rest.why().cause());
        };
        return Stream.concat(inner, ofGuard(pair.guard()));
    }

    private static Stream<Cause> ofGuard(Value.Guard guard) {
        return guard.terms().stream().map(term -> term.condition().cause());
    }
}
