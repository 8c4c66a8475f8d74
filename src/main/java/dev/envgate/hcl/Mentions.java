package dev.envgate.hcl;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What expressions say as they are written, before anything is evaluated.
 *
 * @param templates the parts of each text
 * @param paths the names of each traversal up to its first index, and the beginnings of those: {@code data.aws_vpc.main.id}
 */
public record Mentions(List<List<TemplatePart>> templates, Set<String> paths) {
    public Mentions {
        templates = List.copyOf(templates);
        paths = Set.copyOf(paths);
    }

    /** Those of all of them. */
    public static Mentions in(Collection<Expression> expressions) {
        Collector collector = new Collector();
        expressions.forEach(collector::visit);
        return new Mentions(collector.templates, collector.paths);
    }

    /** Whether something begins with the names of an address. */
    public boolean traverses(String address) {
        return paths.contains(address);
    }

    private static final class Collector {
        private final List<List<TemplatePart>> templates = new ArrayList<>();
        private final Set<String> paths = new LinkedHashSet<>();

        private void visit(Expression expression) {
            path(expression).ifPresent(paths::add);
            switch (expression) {
                case Expression.NullLiteral _,
                        Expression.BoolLiteral _,
                        Expression.NumberLiteral _,
                        Expression.Root _,
                        Expression.Item _ -> {}
                case Expression.Template template -> {
                    templates.add(template.parts());
                    template.parts().forEach(this::visit);
                }
                case Expression.Attribute attribute -> visit(attribute.object());
                case Expression.Index index -> visit(List.of(index.collection(), index.key()));
                case Expression.Splat splat -> visit(List.of(splat.source(), splat.each()));
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
                    loop.condition().ifPresent(this::visit);
                }
                case Expression.ForObject loop -> {
                    visit(List.of(loop.intro().collection(), loop.key(), loop.value()));
                    loop.condition().ifPresent(this::visit);
                }
            }
        }

        private void visit(List<Expression> expressions) {
            expressions.forEach(this::visit);
        }

        private void visit(TemplatePart part) {
            switch (part) {
                case TemplatePart.Text _ -> {}
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

        private static Optional<String> path(Expression expression) {
            return switch (expression) {
                case Expression.Root root -> Optional.of(root.name());
                case Expression.Attribute attribute ->
                    path(attribute.object()).map(object -> object + "." + attribute.name());
                case Expression.NullLiteral _,
                        Expression.BoolLiteral _,
                        Expression.NumberLiteral _,
                        Expression.Template _,
                        Expression.Index _,
                        Expression.Splat _,
                        Expression.Item _,
                        Expression.Call _,
                        Expression.Conditional _,
                        Expression.Binary _,
                        Expression.Unary _,
                        Expression.Parenthesised _,
                        Expression.Tuple _,
                        Expression.ObjectCons _,
                        Expression.ForTuple _,
                        Expression.ForObject _ -> Optional.empty();
            };
        }
    }
}
