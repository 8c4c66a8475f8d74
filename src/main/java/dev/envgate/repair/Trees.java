package dev.envgate.repair;

import dev.envgate.hcl.Body;
import dev.envgate.hcl.Expression;
import dev.envgate.hcl.HclParser;
import dev.envgate.hcl.TemplatePart;
import dev.envgate.text.SourceFile;
import dev.envgate.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds what stands around a place of a file. */
final class Trees {
    private static final String HCL = ".*\\.(tf|tofu|hcl|tfvars)";

    private Trees() {}

    /** What holds a place, the outermost first; nothing where the file cannot be read so. */
    static List<Node> around(SourceFile file, int offset) {
        List<Node> way = new ArrayList<>();
        Optional<Node> root = file.path().matches(HCL)
                ? expressionAt(HclParser.parseFile(file).value(), offset).map(Trees::node)
                : JsonTree.read(file.all(), Node.Dialect.JSON);
        root.ifPresent(node -> descend(node, offset, way));
        return List.copyOf(way);
    }

    private static void descend(Node node, int offset, List<Node> way) {
        way.add(node);
        children(node).filter(each -> each.holds(offset)).findFirst().ifPresent(each -> descend(each, offset, way));
    }

    private static Stream<Node> children(Node node) {
        return switch (node) {
            case Node.Sequence sequence -> sequence.items().stream();
            case Node.Mapping mapping -> mapping.members().stream().map(Node.Member::value);
            case Node.Other other -> other.inside().stream();
        };
    }

    private static Optional<Expression> expressionAt(Body body, int offset) {
        return body.attributes().stream()
                .map(Body.Attribute::value)
                .filter(each -> holds(each.span(), offset))
                .findFirst()
                .or(() -> body.blocks().stream()
                        .flatMap(each -> expressionAt(each.body(), offset).stream())
                        .findFirst());
    }

    private static boolean holds(Span span, int offset) {
        return span.start() <= offset && offset < span.end();
    }

    /** The shape of an expression. */
    static Node node(Expression expression) {
        return switch (expression) {
            case Expression.Tuple tuple ->
                new Node.Sequence(
                        tuple.span(), tuple.items().stream().map(Trees::node).toList(), Node.Dialect.HCL);
            case Expression.ObjectCons object ->
                new Node.Mapping(
                        object.span(),
                        object.pairs().stream().map(Trees::member).toList(),
                        Node.Dialect.HCL);
            case Expression.Template template -> template(template);
            case Expression.Call call -> other(call, call.arguments().stream());
            case Expression.Parenthesised inner -> other(inner, Stream.of(inner.inner()));
            case Expression.Conditional choice -> other(choice, Stream.of(choice.whenTrue(), choice.whenFalse()));
            case Expression.ForTuple loop -> other(loop, Stream.of(loop.intro().collection(), loop.value()));
            case Expression.ForObject loop ->
                other(loop, Stream.of(loop.intro().collection(), loop.key(), loop.value()));
            case Expression.Index index -> other(index, Stream.of(index.collection(), index.key()));
            case Expression.Attribute attribute -> other(attribute, Stream.of(attribute.object()));
            case Expression.Splat splat -> other(splat, Stream.of(splat.source()));
            case Expression.Binary binary -> other(binary, Stream.of(binary.left(), binary.right()));
            case Expression.Unary unary -> other(unary, Stream.of(unary.operand()));
            case Expression.NullLiteral leaf -> leaf(leaf);
            case Expression.BoolLiteral leaf -> leaf(leaf);
            case Expression.NumberLiteral leaf -> leaf(leaf);
            case Expression.Root leaf -> leaf(leaf);
            case Expression.Item leaf -> leaf(leaf);
        };
    }

    private static Node other(Expression expression, Stream<Expression> inside) {
        return new Node.Other(expression.span(), inside.map(Trees::node).toList());
    }

    private static Node leaf(Expression expression) {
        return new Node.Other(expression.span(), List.of());
    }

    private static Node.Member member(Expression.ObjectCons.Pair pair) {
        return new Node.Member(
                pair.key().span(), JsonTree.unquoted(pair.key().span().text()), node(pair.value()));
    }

    /** A text that spans lines may be JSON; in quotes, its own quotes would be escapes, and it is left alone. */
    private static Node template(Expression.Template template) {
        Span span = template.span();
        boolean heredoc = span.text().startsWith("<<");
        int begin = span.file().text().indexOf('\n', span.start());
        if (heredoc && begin >= 0 && begin < span.end()) {
            Optional<Node> json = JsonTree.read(span.file().span(begin, span.end()), Node.Dialect.JSON_IN_HCL);
            if (json.isPresent()) {
                return new Node.Other(span, List.of(json.get()));
            }
        }
        return new Node.Other(
                span,
                template.parts().stream()
                        .flatMap(part -> part instanceof TemplatePart.Interpolation interpolation
                                ? Stream.of(node(interpolation.expression()))
                                : Stream.of())
                        .toList());
    }
}
