package dev.envgate.hcl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envgate.text.Problem;
import dev.envgate.text.SourceFile;
import dev.envgate.text.Span;
import java.util.List;

/** Fails when a node stands outside of the node that holds it, or when text stands somewhere else than it says. */
final class SpanCheck {
    private SpanCheck() {}

    static void body(Body body) {
        for (Body.Attribute attribute : body.attributes()) {
            inside(body.span(), attribute.nameSpan());
            assertThat(attribute.nameSpan().text()).isEqualTo(attribute.name());
            expression(body.span(), attribute.value());
        }
        for (Body.Block block : body.blocks()) {
            inside(body.span(), block.header());
            block.labels().forEach(label -> inside(block.header(), label.span()));
            inside(body.span(), block.body().span());
            body(block.body());
        }
    }

    static void template(Expression.Template template) {
        parts(template.span(), template.parts());
    }

    /** Problems stand in the file, in order, and speak in whole sentences. */
    static void problems(SourceFile file, List<Problem> problems) {
        assertThat(problems).allMatch(each -> each.span().file() == file);
        assertThat(problems)
                .isSortedAccordingTo((a, b) -> a.span().start() - b.span().start());
        assertThat(problems).allMatch(each -> each.message().matches("(?s)[A-Z`].*\\."));
    }

    private static void expression(Span parent, Expression expression) {
        Span span = expression.span();
        inside(parent, span);
        assertThat(span.text()).isEqualTo(span.text().strip());
        switch (expression) {
            case Expression.NullLiteral leaf -> assertThat(span.text()).isEqualTo("null");
            case Expression.BoolLiteral leaf -> assertThat(span.text()).isEqualTo(Boolean.toString(leaf.value()));
            case Expression.NumberLiteral leaf -> assertThat(span.text()).matches("[0-9].*");
            case Expression.Root leaf -> assertThat(span.text()).isEqualTo(leaf.name());
            case Expression.Item leaf -> assertThat(span.text()).contains("*");
            case Expression.Template template -> parts(span, template.parts());
            case Expression.Attribute attribute -> {
                assertThat(attribute.nameSpan().text()).isEqualTo(attribute.name());
                all(span, attribute.object());
            }
            case Expression.Index index -> all(span, index.collection(), index.key());
            case Expression.Splat splat -> all(span, splat.source(), splat.each());
            case Expression.Call call -> call.arguments().forEach(each -> expression(span, each));
            case Expression.Conditional choice -> all(span, choice.condition(), choice.whenTrue(), choice.whenFalse());
            case Expression.Binary binary -> all(span, binary.left(), binary.right());
            case Expression.Unary unary -> all(span, unary.operand());
            case Expression.Parenthesised parenthesised -> all(span, parenthesised.inner());
            case Expression.Tuple tuple -> tuple.items().forEach(each -> expression(span, each));
            case Expression.ObjectCons object -> object.pairs().forEach(pair -> all(span, pair.key(), pair.value()));
            case Expression.ForTuple loop -> {
                all(span, loop.intro().collection(), loop.value());
                loop.condition().ifPresent(each -> expression(span, each));
            }
            case Expression.ForObject loop -> {
                all(span, loop.intro().collection(), loop.key(), loop.value());
                loop.condition().ifPresent(each -> expression(span, each));
            }
        }
    }

    private static void all(Span parent, Expression... children) {
        for (Expression child : children) {
            expression(parent, child);
        }
    }

    private static void parts(Span parent, List<TemplatePart> parts) {
        for (TemplatePart part : parts) {
            Span span = part.span();
            inside(parent, span);
            switch (part) {
                case TemplatePart.Text text -> text(text);
                case TemplatePart.Interpolation interpolation -> expression(span, interpolation.expression());
                case TemplatePart.If choice -> {
                    expression(span, choice.condition());
                    parts(span, choice.whenTrue());
                    parts(span, choice.whenFalse());
                }
                case TemplatePart.For loop -> {
                    expression(span, loop.collection());
                    parts(span, loop.body());
                }
            }
        }
    }

    private static void text(TemplatePart.Text text) {
        if (text.text().length() == text.span().end() - text.span().start()) {
            assertThat(text.span().text()).isEqualTo(text.text());
        } else {
            assertThat(text.span().text()).matches("\\\\.*|[$%]{2}\\{");
        }
    }

    private static void inside(Span parent, Span child) {
        assertThat(child.start()).isGreaterThanOrEqualTo(parent.start());
        assertThat(child.end()).isLessThanOrEqualTo(parent.end());
    }
}
