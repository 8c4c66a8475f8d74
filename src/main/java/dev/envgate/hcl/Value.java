package dev.envgate.hcl;

import dev.envgate.text.Span;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an expression comes to, as far as files can tell. An unknown leaf never swallows what surrounds it: a string keeps the parts that
 * are known, a collection keeps its known elements and says that it may hold more, a choice keeps both arms.
 *
 * <p>No {@code toString()} of a value shows its content: it may be a secret.
 */
public sealed interface Value {
    Origin origin();

    /** The same value with another origin; what is inside keeps its own. */
    Value withOrigin(Origin origin);

    /** Whether all of it is known for certain, however deep. */
    default boolean known() {
        return Extent.of(this).known();
    }

    /**
     * {@code null}.
     *
     * @param type what it would be if it were something: {@code tostring(null)} is a string
     */
    record Null(Type type, Origin origin) implements Value {
        public Null(Origin origin) {
            this(new Type.Any(), origin);
        }

        @Override
        public Null withOrigin(Origin other) {
            return new Null(type, other);
        }
    }

    /** {@code true} or {@code false}. */
    record Bool(boolean value, Origin origin) implements Value {
        @Override
        public Bool withOrigin(Origin other) {
            return new Bool(value, other);
        }

        @Override
        public String toString() {
            return "bool";
        }
    }

    /** A number of any size and precision. */
    record Num(Numeral number, Origin origin) implements Value {
        public Num(BigDecimal value, Origin origin) {
            this(Numeral.of(value), origin);
        }

        public BigDecimal value() {
            return number.exact();
        }

        @Override
        public Num withOrigin(Origin other) {
            return new Num(number, other);
        }

        @Override
        public String toString() {
            return "number";
        }
    }

    /**
     * A string, as pieces. Pieces are kept when strings are joined, so that a name inside JSON text inside a template still knows its own
     * line. An empty string has no pieces.
     */
    final class Str implements Value {
        private final List<Piece> pieces;
        private final Origin origin;
        private final Extent extent;

        public Str(List<Piece> pieces, Origin origin) {
            this(withoutEmpty(pieces), origin, Extent.ofPieces(pieces, origin));
        }

        private Str(List<Piece> pieces, Origin origin, Extent extent) {
            this.pieces = pieces;
            this.origin = origin;
            this.extent = extent;
        }

        private static List<Piece> withoutEmpty(List<Piece> pieces) {
            boolean any = pieces.stream().anyMatch(Str::empty);
            return any ? pieces.stream().filter(piece -> !empty(piece)).toList() : List.copyOf(pieces);
        }

        private static boolean empty(Piece piece) {
            return piece instanceof Piece.Known known && known.text().isEmpty();
        }

        /** A known string that was written in one place. */
        public static Str of(String text, Origin origin) {
            return new Str(text.isEmpty() ? List.of() : List.of(new Piece.Known(text, origin)), origin);
        }

        public List<Piece> pieces() {
            return pieces;
        }

        @Override
        public Origin origin() {
            return origin;
        }

        /** The same text, as if it were written in another place. */
        public Str writtenAt(Span place) {
            Origin there = new Origin(place, origin.hops(), origin.sensitive());
            List<Piece> moved = pieces.stream()
                    .map(piece -> piece instanceof Piece.Known known ? new Piece.Known(known.text(), there) : piece)
                    .toList();
            return new Str(moved, there, extent);
        }

        /** The text, each hole as <code>${…}</code>. It may be a secret. */
        public String text() {
            return pieces.size() == 1
                    ? pieces.getFirst().text()
                    : pieces.stream().map(Piece::text).collect(Collectors.joining());
        }

        @Override
        public Str withOrigin(Origin other) {
            return origin.sensitive() == other.sensitive() ? new Str(pieces, other, extent) : new Str(pieces, other);
        }

        Extent extent() {
            return extent;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return this == other
                    || (other instanceof Str that && origin.equals(that.origin) && pieces.equals(that.pieces));
        }

        @Override
        public int hashCode() {
            return pieces.hashCode();
        }

        @Override
        public String toString() {
            return "string";
        }
    }

    /** A piece of a string. */
    sealed interface Piece {
        /** Its text, a hole as <code>${…}</code>. */
        String text();

        /**
         * Text that is known. When it is as long as {@code origin.born()} inside its quotes, or just as long, characters stand at their
         * own places.
         */
        record Known(String text, Origin origin) implements Piece {
            @Override
            public String toString() {
                return "text";
            }
        }

        /** Text that was made from a structure and still knows it, as {@code jsonencode(x)} knows x. Rendered only when asked. */
        record Encoded(Encoding encoding, Value structure) implements Piece {
            @Override
            public String text() {
                return encoding.render(structure);
            }

            @Override
            public String toString() {
                return "encoded";
            }
        }

        /** Something that is not a known string: an {@link Unknown} or a {@link Choice} of strings. */
        record Hole(Value value) implements Piece {
            @Override
            public String text() {
                return "${" + Symbols.show(value) + "}";
            }
        }
    }

    /** A list, a set or a tuple. */
    final class Seq implements Value {
        private final Shape shape;
        private final Type elementType;
        private final List<Element> elements;
        private final boolean shuffled;
        private final Origin origin;
        private final Extent extent;

        public Seq(Shape shape, List<Element> elements, Origin origin) {
            this(shape, new Type.Any(), elements, origin);
        }

        /**
         * @param elementType what the elements of a list or a set are, {@link Type.Any} where they tell it themselves
         */
        public Seq(Shape shape, Type elementType, List<Element> elements, Origin origin) {
            this(shape, elementType, List.copyOf(elements), false, origin, Extent.ofElements(elements, origin));
        }

        private Seq(
                Shape shape, Type elementType, List<Element> elements, boolean shuffled, Origin origin, Extent extent) {
            this.shape = shape;
            this.elementType = elementType;
            this.elements = elements;
            this.shuffled = shuffled;
            this.origin = origin;
            this.extent = extent;
        }

        /** A sequence whose elements are all there. */
        public static Seq of(Shape shape, List<? extends Value> values, Origin origin) {
            return new Seq(
                    shape,
                    values.stream()
                            .<Element>map(each -> new Element.One(each, Guard.ALWAYS))
                            .toList(),
                    origin);
        }

        public Shape shape() {
            return shape;
        }

        public Type elementType() {
            return elementType;
        }

        public List<Element> elements() {
            return elements;
        }

        @Override
        public Origin origin() {
            return origin;
        }

        /** Whether every element is there for certain and none is missing, so that lengths and indexes can be told. */
        public boolean closed() {
            return elements.stream()
                    .allMatch(each ->
                            each instanceof Element.One one && one.guard().always());
        }

        /**
         * Whether the order of the elements is not known: they were sorted by what is not known. Elements that are not known come last
         * here.
         */
        public boolean shuffled() {
            return shuffled || (shape == Shape.SET && !Sets.sorted(elements));
        }

        /** The same elements with other origins. */
        Seq holding(List<Element> same) {
            return new Seq(shape, elementType, List.copyOf(same), shuffled, origin, extent);
        }

        /** The same elements, in an order that is not known. */
        Seq asShuffled() {
            return new Seq(shape, elementType, elements, true, origin, extent.open());
        }

        @Override
        public Seq withOrigin(Origin other) {
            Extent measured = origin.sensitive() == other.sensitive() ? extent : Extent.ofElements(elements, other);
            return new Seq(shape, elementType, elements, shuffled, other, shuffled ? measured.open() : measured);
        }

        Extent extent() {
            return extent;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return this == other
                    || (other instanceof Seq that
                            && shape == that.shape
                            && origin.equals(that.origin)
                            && elements.equals(that.elements));
        }

        @Override
        public int hashCode() {
            return 31 * elements.size() + origin.hashCode();
        }

        @Override
        public String toString() {
            return "sequence of " + elements.size();
        }

        /** What sort of sequence it is. */
        public enum Shape {
            TUPLE,
            LIST,
            SET
        }
    }

    /** An element of a sequence. */
    sealed interface Element {
        Guard guard();

        /** One element, there when its guard holds. */
        record One(Value value, Guard guard) implements Element {}

        /** Any number of further elements that are not known. */
        record Rest(Unknown why, Guard guard) implements Element {}
    }

    /**
     * An object or a map; keys in the order they were first written. A later pair with the same key has already replaced the earlier; two
     * pairs have the same key only where their guards exclude each other.
     */
    final class Dict implements Value {
        private final boolean object;
        private final Type elementType;
        private final List<Pair> pairs;
        private final Origin origin;
        private final Extent extent;

        public Dict(boolean object, List<Pair> pairs, Origin origin) {
            this(object, new Type.Any(), pairs, origin);
        }

        /**
         * @param elementType what the values of a map are, {@link Type.Any} where they tell it themselves
         */
        public Dict(boolean object, Type elementType, List<Pair> pairs, Origin origin) {
            this(object, elementType, List.copyOf(pairs), origin, Extent.ofPairs(pairs, origin));
        }

        private Dict(boolean object, Type elementType, List<Pair> pairs, Origin origin, Extent extent) {
            this.object = object;
            this.elementType = elementType;
            this.pairs = pairs;
            this.origin = origin;
            this.extent = extent;
        }

        /** Whether it is an object; a map otherwise. */
        public boolean object() {
            return object;
        }

        public Type elementType() {
            return elementType;
        }

        public List<Pair> pairs() {
            return pairs;
        }

        @Override
        public Origin origin() {
            return origin;
        }

        /** Whether every key is known and there for certain. */
        public boolean closed() {
            return pairs.stream()
                    .allMatch(each -> each instanceof Pair.One one
                            && one.key().known()
                            && one.guard().always());
        }

        /** The same pairs with other origins. */
        Dict holding(List<Pair> same) {
            return new Dict(object, elementType, List.copyOf(same), origin, extent);
        }

        @Override
        public Dict withOrigin(Origin other) {
            return origin.sensitive() == other.sensitive()
                    ? new Dict(object, elementType, pairs, other, extent)
                    : new Dict(object, elementType, pairs, other);
        }

        Extent extent() {
            return extent;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return this == other
                    || (other instanceof Dict that
                            && object == that.object
                            && origin.equals(that.origin)
                            && pairs.equals(that.pairs));
        }

        @Override
        public int hashCode() {
            return 31 * pairs.size() + origin.hashCode();
        }

        @Override
        public String toString() {
            return "mapping of " + pairs.size();
        }
    }

    /** A pair of an object or a map. */
    sealed interface Pair {
        Guard guard();

        /** One pair, there when its guard holds; the key may have holes. */
        record One(Str key, Value value, Guard guard) implements Pair {}

        /** Any number of further pairs that are not known. */
        record Rest(Unknown why, Guard guard) implements Pair {}
    }

    /**
     * Not known.
     *
     * @param symbol what stands for it when it is shown or looked up: the reference {@code aws_secretsmanager_secret.hf.arn}, or the
     *     expression as written
     * @param type what it will be, as far as that is known
     */
    record Unknown(Symbol symbol, Type type, Cause cause, Origin origin) implements Value {
        @Override
        public Unknown withOrigin(Origin other) {
            return new Unknown(symbol, type, cause, other);
        }

        /** Whether it is neither null nor an empty string once it is known, as the ARN of a secret is. */
        boolean neverEmpty() {
            return cause.kind() == Cause.Kind.COMPUTED && symbol.identifier();
        }
    }

    /** One of two values, by a condition that is not known. */
    final class Choice implements Value {
        private final Condition condition;
        private final Value whenTrue;
        private final Value whenFalse;
        private final Origin origin;
        private final Extent extent;

        public Choice(Condition condition, Value whenTrue, Value whenFalse, Origin origin) {
            this(condition, whenTrue, whenFalse, origin, Extent.ofArms(whenTrue, whenFalse, origin));
        }

        private Choice(Condition condition, Value whenTrue, Value whenFalse, Origin origin, Extent extent) {
            this.condition = condition;
            this.whenTrue = whenTrue;
            this.whenFalse = whenFalse;
            this.origin = origin;
            this.extent = extent;
        }

        public Condition condition() {
            return condition;
        }

        public Value whenTrue() {
            return whenTrue;
        }

        public Value whenFalse() {
            return whenFalse;
        }

        @Override
        public Origin origin() {
            return origin;
        }

        @Override
        public Choice withOrigin(Origin other) {
            return origin.sensitive() == other.sensitive()
                    ? new Choice(condition, whenTrue, whenFalse, other, extent)
                    : new Choice(condition, whenTrue, whenFalse, other);
        }

        Extent extent() {
            return extent;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return this == other
                    || (other instanceof Choice that
                            && condition.equals(that.condition)
                            && origin.equals(that.origin)
                            && whenTrue.equals(that.whenTrue)
                            && whenFalse.equals(that.whenFalse));
        }

        @Override
        public int hashCode() {
            return 31 * condition.hashCode() + origin.hashCode();
        }

        @Override
        public String toString() {
            return "choice";
        }
    }

    /**
     * A condition that is not known.
     *
     * @param text as it is written, for a person: {@code var.enable_db}
     * @param identity two conditions with the same identity are the same condition; never shown
     */
    record Condition(String text, String identity, Cause cause) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Condition that && identity.equals(that.identity);
        }

        @Override
        public int hashCode() {
            return identity.hashCode();
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /** The conditions under which an element is there; all of them must hold. No terms: always. */
    record Guard(List<Term> terms) {
        /** No condition at all. */
        public static final Guard ALWAYS = new Guard(List.of());

        public Guard {
            terms = List.copyOf(terms);
        }

        /** A condition, or its opposite. */
        public record Term(Condition condition, boolean expected) {
            /** As a person would write it. */
            public String text() {
                return expected ? condition.text() : Symbols.negated(condition.text());
            }
        }

        public boolean always() {
            return terms.isEmpty();
        }

        /** Whether it asks for a condition and for its opposite, and so never holds. */
        public boolean never() {
            return terms.stream().anyMatch(term -> terms.contains(new Term(term.condition(), !term.expected())));
        }

        /** This guard and one more condition. */
        public Guard and(Condition condition, boolean expected) {
            Term term = new Term(condition, expected);
            if (terms.contains(term)) {
                return this;
            }
            List<Term> longer = new ArrayList<>(terms);
            longer.add(term);
            return new Guard(longer);
        }

        /** Both guards at once. */
        public Guard and(Guard other) {
            Guard both = this;
            for (Term term : other.terms) {
                both = both.and(term.condition(), term.expected());
            }
            return both;
        }

        /** As a person would write it; empty when it always holds. */
        public String text() {
            return terms.stream().map(Term::text).collect(Collectors.joining(" && "));
        }
    }
}
