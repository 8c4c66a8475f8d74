package dev.envgate.hcl;

import dev.envgate.hcl.Expression.Operator;
import dev.envgate.hcl.Value.Bool;
import dev.envgate.hcl.Value.Choice;
import dev.envgate.hcl.Value.Unknown;
import java.math.BigDecimal;
import java.util.List;

/** The operators of the language over values that may be unknown. */
final class Operators {
    private final Site site;

    Operators(Site site) {
        this.site = site;
    }

    Value unary(Operator operator, Value operand) {
        return Cases.top(operand, site, value -> operator == Operator.NOT ? not(value) : negate(value));
    }

    private Value not(Value operand) {
        return switch (operand(operand, Types.BOOL, Operator.NOT)) {
            case Bool bool -> new Bool(!bool.value(), site.origin(List.of(operand)));
            // Told apart by the operand itself, so that `!x` and `x` exclude each other later on.
            case Unknown unknown
            when unknown.cause().kind() != Cause.Kind.FAILED ->
                new Choice(condition(unknown), bool(false), bool(true), site.origin(List.of(operand)));
            case Value other -> other;
        };
    }

    private static Value.Condition condition(Unknown unknown) {
        return new Value.Condition(unknown.symbol().text(), unknown.symbol().identity(), unknown.cause());
    }

    private Bool bool(boolean value) {
        return new Bool(value, site.origin());
    }

    private Value negate(Value operand) {
        return switch (operand(operand, Types.NUMBER, Operator.NEGATE)) {
            case Value.Num number -> new Value.Num(number.value().negate(), site.origin(List.of(operand)));
            case Unknown unknown -> derived(Types.NUMBER, List.of(unknown));
            case Value other -> other;
        };
    }

    Value binary(Operator operator, Value left, Value right) {
        return switch (operator) {
            case EQUAL -> equal(left, right, true);
            case NOT_EQUAL -> equal(left, right, false);
            case AND, OR ->
                Cases.top(List.of(left, right), site, both -> logic(operator, both.getFirst(), both.getLast()));
            case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL, ADD, SUBTRACT, MULTIPLY, DIVIDE, MODULO ->
                Cases.top(List.of(left, right), site, both -> numeric(operator, both.getFirst(), both.getLast()));
            case NOT, NEGATE -> throw new IllegalArgumentException("an operator of one operand");
        };
    }

    private Value equal(Value left, Value right, boolean expected) {
        return Cases.top(List.of(left, right), site, both -> {
            Value one = both.getFirst();
            Value other = both.getLast();
            if (failed(one) || failed(other)) {
                return failed(one) ? one : other;
            }
            return switch (Equality.of(one, other)) {
                case SAME -> new Bool(expected, site.origin(both));
                case DIFFERENT -> new Bool(!expected, site.origin(both));
                case OPEN -> open(both, expected);
            };
        });
    }

    // `x != y` excludes `x == y` where both are written the same way.
    private Value open(List<Value> both, boolean expected) {
        Conditional settled = new Conditional(both);
        return settled.few() ? settled.answer(expected) : site.derived(Types.BOOL, both);
    }

    /** Equality of collections that depend on conditions and on nothing else. */
    private final class Conditional {
        private final List<Value> both;

        Conditional(List<Value> both) {
            this.both = both;
        }

        boolean few() {
            return both.stream().anyMatch(value -> Extent.of(value).conditional())
                    && both.stream().noneMatch(value -> Extent.of(value).blank());
        }

        Value answer(boolean expected) {
            return Cases.deep(both, site, settled -> {
                boolean same = Equality.of(settled.getFirst(), settled.getLast()) == Equality.SAME;
                return new Bool(same == expected, site.origin(settled));
            });
        }
    }

    private static boolean failed(Value value) {
        return value instanceof Unknown unknown && unknown.cause().kind() == Cause.Kind.FAILED;
    }

    private Value logic(Operator operator, Value left, Value right) {
        Value one = operand(left, Types.BOOL, operator);
        Value other = operand(right, Types.BOOL, operator);
        if (failed(one) || failed(other)) {
            return failed(one) ? one : other;
        }
        boolean deciding = operator == Operator.OR;
        if (is(one, deciding) || is(other, deciding)) {
            return new Bool(deciding, site.origin(List.of(left, right)));
        }
        if (one instanceof Bool || other instanceof Bool) {
            return one instanceof Bool ? other : one;
        }
        return one.equals(other) ? one : derived(Types.BOOL, List.of(one, other));
    }

    private static boolean is(Value value, boolean expected) {
        return value instanceof Bool bool && bool.value() == expected;
    }

    private Value numeric(Operator operator, Value left, Value right) {
        Value one = operand(left, Types.NUMBER, operator);
        Value other = operand(right, Types.NUMBER, operator);
        if (one instanceof Value.Num a && other instanceof Value.Num b) {
            return numbers(operator, a.value(), b.value(), site.origin(List.of(left, right)));
        }
        if (failed(one) || failed(other)) {
            return failed(one) ? one : other;
        }
        return derived(compares(operator) ? Types.BOOL : Types.NUMBER, List.of(one, other));
    }

    private static boolean compares(Operator operator) {
        return operator.compareTo(Operator.LESS) >= 0 && operator.compareTo(Operator.GREATER_OR_EQUAL) <= 0;
    }

    private Unknown derived(Type type, List<Value> from) {
        return site.derived(type, from);
    }

    private Value operand(Value value, Type type, Operator operator) {
        if (value instanceof Value.Null) {
            return site.failed("`" + operator.sign() + "` was given null");
        }
        return site.converted(value, type);
    }

    private Value numbers(Operator operator, BigDecimal left, BigDecimal right, Origin origin) {
        return switch (operator) {
            case LESS -> new Bool(left.compareTo(right) < 0, origin);
            case LESS_OR_EQUAL -> new Bool(left.compareTo(right) <= 0, origin);
            case GREATER -> new Bool(left.compareTo(right) > 0, origin);
            case GREATER_OR_EQUAL -> new Bool(left.compareTo(right) >= 0, origin);
            case DIVIDE ->
                right.signum() == 0
                        ? site.failed("a number was divided by zero")
                        : bounded(Arithmetic.divide(left, right), origin);
            case ADD -> bounded(Arithmetic.add(left, right), origin);
            case SUBTRACT -> bounded(Arithmetic.subtract(left, right), origin);
            case MULTIPLY -> bounded(Arithmetic.multiply(left, right), origin);
            case MODULO -> bounded(Arithmetic.modulo(left, right), origin);
            case OR, AND, EQUAL, NOT_EQUAL, NOT, NEGATE -> throw new IllegalArgumentException("no operator of numbers");
        };
    }

    private Value bounded(BigDecimal number, Origin origin) {
        return Arithmetic.outOfBounds(number)
                ? site.bound("the number has more than " + Budget.DIGITS + " digits")
                : new Value.Num(number, origin);
    }
}
