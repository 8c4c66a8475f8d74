package dev.envgate.hcl;

import dev.envgate.hcl.Value.Unknown;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Evaluates {@code condition ? a : b}: both sides become one type, and both are kept when the condition is not known. */
final class Conditionals {
    private final Evaluator evaluator;

    Conditionals(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    Value evaluate(Expression.Conditional expression, Scope scope) {
        Site site = evaluator.site(expression, scope);
        Value condition = evaluator.evaluate(expression.condition(), scope);
        Arms arms = new Arms(expression, scope, site);
        return choose(condition, evaluator.site(bare(expression.condition()), scope), arms::whenTrue, arms::whenFalse);
    }

    private static Expression bare(Expression expression) {
        return expression instanceof Expression.Parenthesised parenthesised ? bare(parenthesised.inner()) : expression;
    }

    /** One side or the other, or both. */
    Value choose(Value condition, Site site, Supplier<Value> whenTrue, Supplier<Value> whenFalse) {
        return Cases.top(condition, site, value -> {
            if (value instanceof Value.Null) {
                return site.failed("the condition is null");
            }
            return switch (site.converted(value, Types.BOOL)) {
                case Value.Bool bool -> marked(bool.value() ? whenTrue.get() : whenFalse.get(), bool);
                case Unknown unknown when unknown.cause().kind() == Cause.Kind.FAILED -> unknown;
                case Unknown unknown -> both(unknown, site, whenTrue, whenFalse);
                case Value other -> other;
            };
        });
    }

    private static Value marked(Value value, Value.Bool condition) {
        return condition.origin().sensitive() ? value.withOrigin(value.origin().asSensitive()) : value;
    }

    private static Value both(Unknown unknown, Site site, Supplier<Value> whenTrue, Supplier<Value> whenFalse) {
        return Cases.choice(site.condition(unknown), site.aside(whenTrue), site.aside(whenFalse), site);
    }

    /** The two sides, each evaluated at most once; Terraform evaluates both in any case and forgives what fails in the other one. */
    private final class Arms {
        private final Expression.Conditional expression;
        private final Scope scope;
        private final Site site;
        private Optional<List<Value>> evaluated = Optional.empty();

        Arms(Expression.Conditional expression, Scope scope, Site site) {
            this.expression = expression;
            this.scope = scope;
            this.site = site;
        }

        Value whenTrue() {
            return pick(0);
        }

        Value whenFalse() {
            return pick(1);
        }

        private Value pick(int side) {
            if (evaluated.isEmpty()) {
                evaluated = Optional.of(List.of(
                        evaluate(expression.whenTrue(), side != 0), evaluate(expression.whenFalse(), side != 1)));
            }
            return unified(evaluated.get(), side);
        }

        private Value evaluate(Expression arm, boolean forgiven) {
            return forgiven ? site.aside(() -> evaluator.evaluate(arm, scope)) : evaluator.evaluate(arm, scope);
        }

        private Value unified(List<Value> arms, int side) {
            Value value = arms.get(side);
            List<Type> types = Types.ofAll(arms);
            if (types.getFirst().equals(types.getLast()) || types.stream().anyMatch(Type.Any.class::isInstance)) {
                return value instanceof Value.Null ? site.converted(value, types.get(1 - side)) : value;
            }
            return Types.unify(types)
                    .map(type -> site.converted(value, type))
                    .orElseGet(() -> site.failed("the two sides are " + Types.kind(arms.getFirst()) + " and "
                            + Types.kind(arms.getLast()) + ", which cannot become one type"));
        }
    }
}
