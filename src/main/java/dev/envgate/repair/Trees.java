package dev.envgate.repair;

import dev.envgate.hcl.Body;
import dev.envgate.hcl.Expression;
import dev.envgate.hcl.HclParser;
import dev.envgate.hcl.JsonSyntax;
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

    private static final String JSON = ".*\\.(tf|tofu)\\.json";

    private Trees() {}

    /** What holds a place, the outermost first; nothing where the file cannot be read so. */
    static List<Node> around(SourceFile file, int offset) {
        List<Node> way = new ArrayList<>();
        Optional<Node> root = isNative(file) || isJson(file)
                ? expressionAt(body(file), offset)
                        .map(each -> node(each, isJson(file) ? Node.Dialect.JSON_IN_HCL : Node.Dialect.HCL))
                : JsonTree.read(file.all(), Node.Dialect.JSON);
        root.ifPresent(node -> descend(node, offset, way));
        return List.copyOf(way);
    }

    /** Whether it is a file in Terraform's own syntax. */
    static boolean isNative(SourceFile file) {
        return file.path().matches(HCL);
    }

    private static boolean isJson(SourceFile file) {
        return file.path().matches(JSON);
    }

    /** A file of Terraform, in either syntax. */
    static Body body(SourceFile file) {
        return isJson(file)
                ? JsonSyntax.parseFile(file, JsonSyntax.TERRAFORM).value()
                : HclParser.parseFile(file).value();
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

    /** The shape of an expression in a file of Terraform's own syntax. */
    static Node node(Expression expression) {
        return node(expression, Node.Dialect.HCL);
    }

    private static Node node(Expression expression, Node.Dialect dialect) {
        return switch (expression) {
            case Expression.Tuple tuple ->
                new Node.Sequence(tuple.span(), nodes(tuple.items().stream(), dialect), dialect);
            case Expression.ObjectCons object ->
                new Node.Mapping(
                        object.span(),
                        object.pairs().stream()
                                .map(each -> member(each, dialect))
                                .toList(),
                        dialect);
            case Expression.Template template -> template(template, dialect);
            case Expression.Call call -> other(call, dialect, call.arguments().stream());
            case Expression.Parenthesised inner -> other(inner, dialect, Stream.of(inner.inner()));
            case Expression.Conditional choice ->
                other(choice, dialect, Stream.of(choice.whenTrue(), choice.whenFalse()));
            case Expression.ForTuple loop ->
                other(loop, dialect, Stream.of(loop.intro().collection(), loop.value()));
            case Expression.ForObject loop ->
                other(loop, dialect, Stream.of(loop.intro().collection(), loop.key(), loop.value()));
            case Expression.Index index -> other(index, dialect, Stream.of(index.collection(), index.key()));
            case Expression.Attribute attribute -> other(attribute, dialect, Stream.of(attribute.object()));
            case Expression.Splat splat -> other(splat, dialect, Stream.of(splat.source()));
            case Expression.Binary binary -> other(binary, dialect, Stream.of(binary.left(), binary.right()));
            case Expression.Unary unary -> other(unary, dialect, Stream.of(unary.operand()));
            case Expression.NullLiteral leaf -> leaf(leaf);
            case Expression.BoolLiteral leaf -> leaf(leaf);
            case Expression.NumberLiteral leaf -> leaf(leaf);
            case Expression.Root leaf -> leaf(leaf);
            case Expression.Item leaf -> leaf(leaf);
        };
    }

    private static List<Node> nodes(Stream<Expression> expressions, Node.Dialect dialect) {
        return expressions.map(each -> node(each, dialect)).toList();
    }

    private static Node other(Expression expression, Node.Dialect dialect, Stream<Expression> inside) {
        return new Node.Other(expression.span(), nodes(inside, dialect));
    }

    private static Node leaf(Expression expression) {
        return new Node.Other(expression.span(), List.of());
    }

    private static Node.Member member(Expression.ObjectCons.Pair pair, Node.Dialect dialect) {
        return new Node.Member(
                pair.key().span(), JsonTree.unquoted(pair.key().span().text()), node(pair.value(), dialect));
    }

    /** A text may be JSON: over lines, or in quotes that its own quotes are escaped from. */
    private static Node template(Expression.Template template, Node.Dialect dialect) {
        Span span = template.span();
        Node.Dialect inside = dialect == Node.Dialect.HCL ? Node.Dialect.HCL : Node.Dialect.QUOTED_HCL;
        return json(span)
                .map(json -> new Node.Other(span, List.of(json)))
                .orElseGet(() -> new Node.Other(
                        span,
                        template.parts().stream()
                                .flatMap(part -> part instanceof TemplatePart.Interpolation interpolation
                                        ? Stream.of(node(interpolation.expression(), inside))
                                        : Stream.of())
                                .toList()));
    }

    private static Optional<Node> json(Span span) {
        if (span.text().startsWith("<<")) {
            int begin = span.file().text().indexOf('\n', span.start());
            return begin >= 0 && begin < span.end()
                    ? JsonTree.read(span.file().span(begin, span.end()), Node.Dialect.JSON_IN_HCL)
                    : Optional.empty();
        }
        return span.text().matches("(?s)\"\\s*[\\[{].*\"")
                ? JsonTree.read(span.file().span(span.start() + 1, span.end() - 1), Node.Dialect.QUOTED_JSON)
                : Optional.empty();
    }
}
