package dev.envgate.hcl;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The first names of all traversals in an expression, in the order in which they stand. */
final class FreeNames {
    private final Set<String> found = new LinkedHashSet<>();

    private FreeNames() {}

    static Set<String> in(Expression expression) {
        FreeNames names = new FreeNames();
        names.visit(expression);
        return names.found;
    }

    private void visit(Expression expression) {
        switch (expression) {
            case Expression.NullLiteral ignored -> {}
            case Expression.BoolLiteral ignored -> {}
            case Expression.NumberLiteral ignored -> {}
            case Expression.Template template -> template.parts().forEach(this::visit);
            case Expression.Root root -> found.add(root.name());
            case Expression.Attribute attribute -> visit(attribute.object());
            case Expression.Index index -> visit(List.of(index.collection(), index.key()));
            case Expression.Splat splat -> visit(List.of(splat.source(), splat.each()));
            case Expression.Item ignored -> found.add(LoopScope.ITEM);
            case Expression.Call call -> visit(call.arguments());
            case Expression.Conditional conditional ->
                visit(List.of(conditional.condition(), conditional.whenTrue(), conditional.whenFalse()));
            case Expression.Binary binary -> visit(List.of(binary.left(), binary.right()));
            case Expression.Unary unary -> visit(unary.operand());
            case Expression.Parenthesised parenthesised -> visit(parenthesised.inner());
            case Expression.Tuple tuple -> visit(tuple.items());
            case Expression.ObjectCons object ->
                object.pairs().forEach(pair -> visit(List.of(pair.key(), pair.value())));
            case Expression.ForTuple loop -> {
                visit(List.of(loop.intro().collection(), loop.value()));
                visit(loop.condition());
            }
            case Expression.ForObject loop -> {
                visit(List.of(loop.intro().collection(), loop.key(), loop.value()));
                visit(loop.condition());
            }
        }
    }

    private void visit(List<Expression> expressions) {
        expressions.forEach(this::visit);
    }

    private void visit(Optional<Expression> expression) {
        expression.ifPresent(this::visit);
    }

    private void visit(TemplatePart part) {
        switch (part) {
            case TemplatePart.Text ignored -> {}
            case TemplatePart.Interpolation interpolation -> visit(interpolation.expression());
            case TemplatePart.If when -> {
                visit(when.condition());
                when.whenTrue().forEach(this::visit);
                when.whenFalse().forEach(this::visit);
            }
            case TemplatePart.For loop -> {
                visit(loop.collection());
                loop.body().forEach(this::visit);
            }
        }
    }
}
