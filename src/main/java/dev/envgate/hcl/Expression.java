package dev.envgate.hcl;

import dev.envgate.text.Span;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** What stands to the right of an equals sign: the nodes of the HCL native syntax specification, each with its place. */
public sealed interface Expression {
    /** From the first to the last character of the expression, without surrounding blanks. */
    Span span();

    /** {@code null}. */
    record NullLiteral(Span span) implements Expression {}

    /** {@code true} or {@code false}. */
    record BoolLiteral(boolean value, Span span) implements Expression {}

    /** A number as it is written, exact. */
    record NumberLiteral(Numeral number, Span span) implements Expression {
        public BigDecimal value() {
            return number.exact();
        }

        /** Not which one: it may be the value of a variable. */
        @Override
        public String toString() {
            return "number at " + span;
        }
    }

    /** A quoted string or a heredoc; a string without interpolation has one part of text, an empty string has none. */
    record Template(List<TemplatePart> parts, Span span) implements Expression {
        public Template {
            parts = List.copyOf(parts);
        }
    }

    /** The first name of a traversal, or a variable of a {@code for}: {@code var}, {@code aws_ecs_service}, {@code each}, {@code k}. */
    record Root(String name, Span span) implements Expression {}

    /** {@code object.name}; the legacy {@code list.0} is an {@link Index}. */
    record Attribute(Expression object, String name, Span nameSpan, Span span) implements Expression {}

    /** {@code collection[key]}. */
    record Index(Expression collection, Expression key, Span span) implements Expression {}

    /**
     * {@code source[*].rest} or {@code source.*.rest}.
     *
     * @param each what is asked of each element, an expression over {@link Item}
     * @param attributeOnly true for the {@code .*} form, whose reach ends at the first index
     */
    record Splat(Expression source, Expression each, boolean attributeOnly, Span span) implements Expression {}

    /** The element that a surrounding {@link Splat} is at. */
    record Item(Span span) implements Expression {}

    /** {@code name(arguments)}; a name may have namespaces, {@code provider::aws::arn_parse}. */
    record Call(String name, Span nameSpan, List<Expression> arguments, boolean expandsLast, Span span)
            implements Expression {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    /** {@code condition ? whenTrue : whenFalse}. */
    record Conditional(Expression condition, Expression whenTrue, Expression whenFalse, Span span)
            implements Expression {}

    /** {@code left operator right}. */
    record Binary(Operator operator, Expression left, Expression right, Span span) implements Expression {}

    /** {@code -operand} or {@code !operand}. */
    record Unary(Operator operator, Expression operand, Span span) implements Expression {}

    /** {@code (inner)}: kept, because {@code (key) = value} computes its key. */
    record Parenthesised(Expression inner, Span span) implements Expression {}

    /** {@code [items]}. */
    record Tuple(List<Expression> items, Span span) implements Expression {
        public Tuple {
            items = List.copyOf(items);
        }
    }

    /** <code>{key = value}</code>. */
    record ObjectCons(List<Pair> pairs, Span span) implements Expression {
        public ObjectCons {
            pairs = List.copyOf(pairs);
        }

        /** One pair; a key that is a bare {@link Root} stands for its own name. */
        public record Pair(Expression key, Expression value) {}
    }

    /** {@code [for …]}. */
    record ForTuple(ForIntro intro, Expression value, Optional<Expression> condition, Span span)
            implements Expression {}

    /** <code>{for … : key => value}</code>; {@code grouping} when {@code ...} follows the value. */
    record ForObject(
            ForIntro intro,
            Expression key,
            Expression value,
            boolean grouping,
            Optional<Expression> condition,
            Span span)
            implements Expression {}

    /** {@code for key, value in collection}. */
    record ForIntro(Optional<String> key, String value, Expression collection) {}

    /** The operators, from the loosest to the tightest. */
    enum Operator {
        OR("||"),
        AND("&&"),
        EQUAL("=="),
        NOT_EQUAL("!="),
        LESS("<"),
        LESS_OR_EQUAL("<="),
        GREATER(">"),
        GREATER_OR_EQUAL(">="),
        ADD("+"),
        SUBTRACT("-"),
        MULTIPLY("*"),
        DIVIDE("/"),
        MODULO("%"),
        NOT("!"),
        NEGATE("-");

        private final String sign;

        Operator(String sign) {
            this.sign = sign;
        }

        public String sign() {
            return sign;
        }
    }
}
