package dev.envgate.hcl;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

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

    /** {@code null}. */
    record Null(Origin origin) implements Value {
        @Override
        public Null withOrigin(Origin other) {
            return new Null(other);
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
    record Num(BigDecimal value, Origin origin) implements Value {
        @Override
        public Num withOrigin(Origin other) {
            return new Num(value, other);
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
    record Str(List<Piece> pieces, Origin origin) implements Value {
        public Str {
            pieces = List.copyOf(pieces);
        }

        /** A known string that was written in one place. */
        public static Str of(String text, Origin origin) {
            return new Str(text.isEmpty() ? List.of() : List.of(new Piece.Known(text, origin)), origin);
        }

        /** Whether no piece is a hole. */
        public boolean known() {
            return pieces.stream().noneMatch(Piece.Hole.class::isInstance);
        }

        /** The text, each hole as <code>${…}</code>. It may be a secret. */
        public String text() {
            return pieces.size() == 1
                    ? pieces.getFirst().text()
                    : pieces.stream().map(Piece::text).collect(Collectors.joining());
        }

        @Override
        public Str withOrigin(Origin other) {
            return new Str(pieces, other);
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
    record Seq(Shape shape, List<Element> elements, Origin origin) implements Value {
        public Seq {
            elements = List.copyOf(elements);
        }

        /** Whether every element is there for certain and none is missing, so that lengths and indexes can be told. */
        public boolean closed() {
            return elements.stream()
                    .allMatch(each ->
                            each instanceof Element.One one && one.guard().always());
        }

        @Override
        public Seq withOrigin(Origin other) {
            return new Seq(shape, elements, other);
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

    /** An object or a map; keys in the order they were first written. A later pair with the same key has already replaced the earlier. */
    record Dict(boolean object, List<Pair> pairs, Origin origin) implements Value {
        public Dict {
            pairs = List.copyOf(pairs);
        }

        /** Whether every key is known and there for certain. */
        public boolean closed() {
            return pairs.stream()
                    .allMatch(each -> each instanceof Pair.One one
                            && one.key().known()
                            && one.guard().always());
        }

        @Override
        public Dict withOrigin(Origin other) {
            return new Dict(object, pairs, other);
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
    }

    /** One of two values, by a condition that is not known. */
    record Choice(Condition condition, Value whenTrue, Value whenFalse, Origin origin) implements Value {
        @Override
        public Choice withOrigin(Origin other) {
            return new Choice(condition, whenTrue, whenFalse, other);
        }
    }

    /**
     * A condition that is not known.
     *
     * @param text as it is written, for a person: {@code var.enable_db}
     * @param identity two conditions with the same identity are the same condition
     */
    record Condition(String text, String identity, Cause cause) {}

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
                return expected ? condition.text() : "!(" + condition.text() + ")";
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
