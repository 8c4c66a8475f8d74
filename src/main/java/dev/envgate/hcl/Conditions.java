package dev.envgate.hcl;

import dev.envgate.hcl.Value.Choice;
import dev.envgate.hcl.Value.Condition;
import dev.envgate.hcl.Value.Element;
import dev.envgate.hcl.Value.Guard;
import dev.envgate.hcl.Value.Pair;
import dev.envgate.hcl.Value.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What becomes of a value when a condition that it depends on is taken for true or for false. */
final class Conditions {
    private final Condition condition;
    private final boolean expected;

    private Conditions(Condition condition, boolean expected) {
        this.condition = condition;
        this.expected = expected;
    }

    /** The value when the condition comes out as expected. */
    static Value assume(Value value, Condition condition, boolean expected) {
        return new Conditions(condition, expected).in(value);
    }

    /** The value when the guard holds. */
    static Value assume(Value value, Guard guard) {
        Value assumed = value;
        for (Guard.Term term : guard.terms()) {
            assumed = assume(assumed, term.condition(), term.expected());
        }
        return assumed;
    }

    /** The first condition that a value depends on, at its top or deep inside. */
    static Optional<Condition> first(Value value) {
        if (!Extent.of(value).conditional()) {
            return Optional.empty();
        }
        return switch (value) {
            case Choice choice -> Optional.of(choice.condition());
            case Value.Str text -> first(text.pieces().stream().flatMap(Conditions::inside));
            case Value.Seq sequence ->
                guard(sequence.elements().stream().map(Element::guard))
                        .or(() -> first(sequence.elements().stream().flatMap(Conditions::inside)));
            case Value.Dict mapping ->
                guard(mapping.pairs().stream().map(Pair::guard))
                        .or(() -> first(mapping.pairs().stream().flatMap(Conditions::inside)));
            case Value.Null ignored -> Optional.empty();
            case Value.Bool ignored -> Optional.empty();
            case Value.Num ignored -> Optional.empty();
            case Value.Unknown ignored -> Optional.empty();
        };
    }

    private static Optional<Condition> first(Stream<Value> values) {
        return values.flatMap(value -> first(value).stream()).findFirst();
    }

    private static Optional<Condition> guard(Stream<Guard> guards) {
        return guards.flatMap(guard -> guard.terms().stream())
                .map(Guard.Term::condition)
                .findFirst();
    }

    private static Stream<Value> inside(Piece piece) {
        return switch (piece) {
            case Piece.Known ignored -> Stream.empty();
            case Piece.Encoded encoded -> Stream.of(encoded.structure());
            case Piece.Hole hole -> Stream.of(hole.value());
        };
    }

    private static Stream<Value> inside(Element element) {
        return switch (element) {
            case Element.One one -> Stream.of(one.value());
            case Element.Rest ignored -> Stream.empty();
        };
    }

    private static Stream<Value> inside(Pair pair) {
        return switch (pair) {
            case Pair.One one -> Stream.of(one.key(), one.value());
            case Pair.Rest ignored -> Stream.empty();
        };
    }

    private Value in(Value value) {
        if (value instanceof Value.Unknown unknown) {
            boolean itself = unknown.symbol().identity().equals(condition.identity());
            return itself ? new Value.Bool(expected, unknown.origin()) : unknown;
        }
        if (!Extent.of(value).conditional()) {
            return value;
        }
        return switch (value) {
            case Choice choice -> in(choice);
            case Value.Str text -> new Value.Str(pieces(text), text.origin());
            case Value.Seq sequence -> in(sequence);
            case Value.Dict mapping ->
                new Value.Dict(mapping.object(), mapping.elementType(), pairs(mapping), mapping.origin());
            case Value.Null ignored -> value;
            case Value.Bool ignored -> value;
            case Value.Num ignored -> value;
            case Value.Unknown ignored -> value;
        };
    }

    private Value in(Value.Seq sequence) {
        boolean set = sequence.shape() == Value.Seq.Shape.SET;
        List<Element> elements = set ? Sets.distinct(elements(sequence)) : elements(sequence);
        Value.Seq assumed = new Value.Seq(sequence.shape(), sequence.elementType(), elements, sequence.origin());
        return Spread.ordered(assumed, set || !sequence.shuffled());
    }

    private Value in(Choice choice) {
        if (choice.condition().equals(condition)) {
            return in(expected ? choice.whenTrue() : choice.whenFalse());
        }
        return new Choice(choice.condition(), in(choice.whenTrue()), in(choice.whenFalse()), choice.origin());
    }

    private List<Piece> pieces(Value.Str text) {
        List<Piece> pieces = new ArrayList<>();
        for (Piece piece : text.pieces()) {
            switch (piece) {
                case Piece.Known known -> pieces.add(known);
                case Piece.Encoded(Encoding encoding, Value structure) ->
                    pieces.add(new Piece.Encoded(encoding, in(structure)));
                case Piece.Hole(Value value) -> pieces.addAll(Strings.pieces(in(value)));
            }
        }
        return pieces;
    }

    private List<Element> elements(Value.Seq sequence) {
        List<Element> elements = new ArrayList<>();
        for (Element element : sequence.elements()) {
            Guard guard = left(element.guard());
            if (!guard.never()) {
                elements.add(
                        switch (element) {
                            case Element.One one -> new Element.One(in(one.value()), guard);
                            case Element.Rest rest -> new Element.Rest(rest.why(), guard);
                        });
            }
        }
        return elements;
    }

    private List<Pair> pairs(Value.Dict mapping) {
        List<Pair> pairs = new ArrayList<>();
        for (Pair pair : mapping.pairs()) {
            Guard guard = left(pair.guard());
            if (!guard.never()) {
                pairs.add(
                        switch (pair) {
                            case Pair.One one ->
                                new Pair.One(
                                        new Value.Str(
                                                pieces(one.key()), one.key().origin()),
                                        in(one.value()),
                                        guard);
                            case Pair.Rest rest -> new Pair.Rest(rest.why(), guard);
                        });
            }
        }
        return pairs;
    }

    /** What a guard still asks for; one that never holds keeps the contradiction. */
    private Guard left(Guard guard) {
        Guard.Term given = new Guard.Term(condition, expected);
        if (guard.terms().contains(given)) {
            return new Guard(
                    guard.terms().stream().filter(term -> !term.equals(given)).toList());
        }
        return guard.terms().contains(new Guard.Term(condition, !expected)) ? guard.and(condition, expected) : guard;
    }
}
