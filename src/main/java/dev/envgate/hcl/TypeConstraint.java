package dev.envgate.hcl;

import dev.envgate.text.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what stands behind {@code type =} in a variable: {@code list(object({ name = string, port = optional(number, 80) }))}. */
public final class TypeConstraint {
    private final Evaluator evaluator;
    private final List<Problem> problems = new ArrayList<>();

    private TypeConstraint(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    /**
     * The type that an expression describes; {@code any} where it describes none, with a problem that says so.
     *
     * @param evaluator evaluates the defaults of {@code optional}
     */
    public static Parsed<Type> parse(Expression expression, Evaluator evaluator) {
        TypeConstraint constraint = new TypeConstraint(evaluator);
        Type type = constraint.type(expression);
        return new Parsed<>(type, constraint.problems);
    }

    private Type type(Expression expression) {
        return switch (expression) {
            case Expression.Root root -> named(root.name(), expression);
            case Expression.Call call -> constructed(call);
            // Before version 0.12 types were written in quotes.
            case Expression.Template template
            when template.parts().size() == 1 && template.parts().getFirst() instanceof TemplatePart.Text text ->
                quoted(text.text(), expression);
            case Expression.Parenthesised parenthesised -> type(parenthesised.inner());
            case Expression other -> problem(other);
        };
    }

    private Type quoted(String name, Expression expression) {
        return switch (name) {
            case "list" -> new Type.ListOf(Types.STRING);
            case "map" -> new Type.MapOf(Types.STRING);
            default -> named(name, expression);
        };
    }

    private Type named(String name, Expression expression) {
        return switch (name) {
            case "string" -> Types.STRING;
            case "number" -> Types.NUMBER;
            case "bool" -> Types.BOOL;
            case "any" -> Types.ANY;
            case "list" -> new Type.ListOf(Types.ANY);
            case "map" -> new Type.MapOf(Types.ANY);
            case "set" -> new Type.SetOf(Types.ANY);
            default -> problem(expression);
        };
    }

    private Type problem(Expression expression) {
        problems.add(
                new Problem(
                        expression.span(),
                        "This is not a type.",
                        "Write `string`, `number`, `bool`, `any`, `list(…)`, `set(…)`, `map(…)`, `tuple([…])` or `object({…})`."));
        return Types.ANY;
    }

    private Type constructed(Expression.Call call) {
        if (call.arguments().size() != 1) {
            return problem(call);
        }
        Expression inner = call.arguments().getFirst();
        return switch (call.name()) {
            case "list" -> new Type.ListOf(type(inner));
            case "set" -> new Type.SetOf(type(inner));
            case "map" -> new Type.MapOf(type(inner));
            case "tuple" -> tuple(inner);
            case "object" -> object(inner);
            default -> problem(call);
        };
    }

    private Type tuple(Expression expression) {
        return expression instanceof Expression.Tuple tuple
                ? new Type.TupleOf(tuple.items().stream().map(this::type).toList())
                : problem(expression);
    }

    private Type object(Expression expression) {
        if (!(expression instanceof Expression.ObjectCons object)) {
            return problem(expression);
        }
        Map<String, Type.Field> fields = new LinkedHashMap<>();
        for (Expression.ObjectCons.Pair pair : object.pairs()) {
            name(pair.key()).ifPresentOrElse(name -> fields.put(name, field(pair.value())), () -> problem(pair.key()));
        }
        return new Type.ObjectOf(fields);
    }

    private static Optional<String> name(Expression key) {
        return switch (key) {
            case Expression.Root root -> Optional.of(root.name());
            case Expression.Template template
            when template.parts().size() == 1 && template.parts().getFirst() instanceof TemplatePart.Text text ->
                Optional.of(text.text());
            case Expression ignored -> Optional.empty();
        };
    }

    private Type.Field field(Expression expression) {
        boolean optional =
                expression instanceof Expression.Call call && call.name().equals("optional");
        if (!optional || !(expression instanceof Expression.Call call)) {
            return new Type.Field(type(expression), false, Optional.empty());
        }
        if (call.arguments().isEmpty() || call.arguments().size() > 2) {
            return new Type.Field(problem(call), true, Optional.empty());
        }
        Type type = type(call.arguments().getFirst());
        return new Type.Field(type, true, otherwise(call.arguments(), type));
    }

    private Optional<Value> otherwise(List<Expression> arguments, Type type) {
        return arguments.size() < 2
                ? Optional.empty()
                : Optional.of(Conversion.convert(evaluator.evaluate(arguments.getLast(), new NoNames()), type));
    }

    /** A default is made of literals: it names nothing. */
    private static final class NoNames implements Scope {
        @Override
        public Optional<Resolved> resolve(String root, List<String> attributes, dev.envgate.text.Span at) {
            return Optional.empty();
        }
    }
}
