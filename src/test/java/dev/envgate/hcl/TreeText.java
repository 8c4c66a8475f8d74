package dev.envgate.hcl;

import dev.envgate.text.Span;
import java.util.List;
import java.util.Optional;

/** Writes a tree down for golden files: a node a line, indented, with the line and column of its beginning and end. */
final class TreeText {
    private final boolean spans;
    private final StringBuilder out = new StringBuilder();
    private int level;

    private TreeText(boolean spans) {
        this.spans = spans;
    }

    static String of(Body body) {
        TreeText text = new TreeText(true);
        text.body(body);
        return text.out.toString();
    }

    /** For comparing two spellings of one tree. */
    static String withoutSpans(Body body) {
        TreeText text = new TreeText(false);
        text.body(body);
        return text.out.toString();
    }

    static String of(Expression expression) {
        TreeText text = new TreeText(true);
        text.expression(expression);
        return text.out.toString();
    }

    private void body(Body body) {
        line("body", body.span());
        level++;
        for (Body.Attribute attribute : body.attributes()) {
            line("attribute " + attribute.name(), attribute.nameSpan());
            inside(attribute.value());
        }
        for (Body.Block block : body.blocks()) {
            line("block " + block.type(), block.header());
            level++;
            block.labels().forEach(label -> line("label " + quoted(label.text()), label.span()));
            body(block.body());
            level--;
        }
        level--;
    }

    private void expression(Expression expression) {
        line(name(expression), expression.span());
        level++;
        switch (expression) {
            case Expression.NullLiteral leaf -> {}
            case Expression.BoolLiteral leaf -> {}
            case Expression.NumberLiteral leaf -> {}
            case Expression.Root leaf -> {}
            case Expression.Item leaf -> {}
            case Expression.Template template -> parts(template.parts());
            case Expression.Attribute attribute -> expression(attribute.object());
            case Expression.Index index -> all(index.collection(), index.key());
            case Expression.Splat splat -> all(splat.source(), splat.each());
            case Expression.Call call -> call.arguments().forEach(this::expression);
            case Expression.Conditional choice -> all(choice.condition(), choice.whenTrue(), choice.whenFalse());
            case Expression.Binary binary -> all(binary.left(), binary.right());
            case Expression.Unary unary -> all(unary.operand());
            case Expression.Parenthesised parenthesised -> all(parenthesised.inner());
            case Expression.Tuple tuple -> tuple.items().forEach(this::expression);
            case Expression.ObjectCons object -> object.pairs().forEach(pair -> all(pair.key(), pair.value()));
            case Expression.ForTuple loop -> {
                all(loop.intro().collection(), loop.value());
                loop.condition().ifPresent(this::expression);
            }
            case Expression.ForObject loop -> {
                all(loop.intro().collection(), loop.key(), loop.value());
                loop.condition().ifPresent(this::expression);
            }
        }
        level--;
    }

    private static String name(Expression expression) {
        return switch (expression) {
            case Expression.NullLiteral leaf -> "null";
            case Expression.BoolLiteral leaf -> Boolean.toString(leaf.value());
            case Expression.NumberLiteral leaf -> "number " + leaf.value();
            case Expression.Root leaf -> "root " + leaf.name();
            case Expression.Item leaf -> "item";
            case Expression.Template template -> "template";
            case Expression.Attribute attribute -> "attribute " + attribute.name();
            case Expression.Index index -> "index";
            case Expression.Splat splat -> splat.attributeOnly() ? "attribute splat" : "splat";
            case Expression.Call call -> "call " + call.name() + (call.expandsLast() ? " ..." : "");
            case Expression.Conditional choice -> "conditional";
            case Expression.Binary binary -> "binary " + binary.operator().sign();
            case Expression.Unary unary -> "unary " + unary.operator().sign();
            case Expression.Parenthesised parenthesised -> "parenthesised";
            case Expression.Tuple tuple -> "tuple";
            case Expression.ObjectCons object -> "object";
            case Expression.ForTuple loop -> "for tuple " + intro(loop.intro());
            case Expression.ForObject loop ->
                "for object " + intro(loop.intro()) + (loop.grouping() ? " grouping" : "");
        };
    }

    private static String intro(Expression.ForIntro intro) {
        return names(intro.key(), intro.value());
    }

    private static String names(Optional<String> key, String value) {
        return key.map(name -> name + ", ").orElse("") + value;
    }

    private void parts(List<TemplatePart> parts) {
        for (TemplatePart part : parts) {
            switch (part) {
                case TemplatePart.Text text -> line("text " + quoted(text.text()), text.span());
                case TemplatePart.Interpolation interpolation -> {
                    line("interpolation", interpolation.span());
                    inside(interpolation.expression());
                }
                case TemplatePart.If choice -> {
                    line("if", choice.span());
                    inside(choice.condition());
                    inside("then", choice.whenTrue());
                    inside("else", choice.whenFalse());
                }
                case TemplatePart.For loop -> {
                    line("for " + names(loop.key(), loop.value()), loop.span());
                    inside(loop.collection());
                    inside("do", loop.body());
                }
            }
        }
    }

    private void inside(Expression expression) {
        level++;
        expression(expression);
        level--;
    }

    private void inside(String title, List<TemplatePart> parts) {
        level++;
        out.append("  ".repeat(level)).append(title).append('\n');
        level++;
        parts(parts);
        level -= 2;
    }

    private void all(Expression... expressions) {
        for (Expression each : expressions) {
            expression(each);
        }
    }

    private void line(String what, Span span) {
        out.append("  ".repeat(level)).append(what);
        if (spans) {
            out.append("  @").append(place(span, span.start())).append('-').append(place(span, span.end()));
        }
        out.append('\n');
    }

    private static String place(Span span, int offset) {
        return span.file().line(offset) + ":" + span.file().column(offset);
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.chars().forEach(c -> quoted.append(shown((char) c)));
        return quoted.append('"').toString();
    }

    private static String shown(char c) {
        return switch (c) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            default -> c < ' ' ? "\\u%04x".formatted((int) c) : String.valueOf(c);
        };
    }
}
