package dev.envgate.hcl;

import dev.envgate.hcl.Value.Piece;
import java.util.ArrayList;
import java.util.List;

/** Evaluates templates to strings that keep their pieces. */
final class Templates {
    private final Evaluator evaluator;
    private final Loops loops;

    Templates(Evaluator evaluator, Loops loops) {
        this.evaluator = evaluator;
        this.loops = loops;
    }

    Value evaluate(Expression.Template template, Scope scope) {
        if (template.parts().size() == 1) {
            return switch (template.parts().getFirst()) {
                case TemplatePart.Text text -> literal(template, text);
                case TemplatePart.Interpolation one -> evaluator.evaluate(one.expression(), scope);
                case TemplatePart.If ignored -> string(template, scope);
                case TemplatePart.For ignored -> string(template, scope);
            };
        }
        return string(template, scope);
    }

    // A quoted string without holes is born with its quotes.
    private static Value literal(Expression.Template template, TemplatePart.Text text) {
        boolean quoted = template.span().text().startsWith("\"");
        Origin origin = Origin.at(quoted ? template.span() : text.span());
        Piece piece = new Piece.Known(Strings.composed(text.text()), origin);
        return new Value.Str(text.text().isEmpty() ? List.of() : List.of(piece), Origin.at(template.span()));
    }

    private Value string(Expression.Template template, Scope scope) {
        Site site = evaluator.site(template, scope);
        List<Value> parts = parts(template.parts(), scope, site);
        return Strings.concat(parts, site.origin(parts));
    }

    /** The strings that the parts of a template come to. */
    List<Value> parts(List<TemplatePart> parts, Scope scope, Site site) {
        List<Value> values = new ArrayList<>();
        for (TemplatePart part : parts) {
            values.add(
                    switch (part) {
                        case TemplatePart.Text text -> text(text);
                        case TemplatePart.Interpolation one -> interpolation(one, scope);
                        case TemplatePart.If when -> when(when, scope, site);
                        case TemplatePart.For loop -> loops.template(loop, scope, site);
                    });
        }
        return values;
    }

    private static Value text(TemplatePart.Text text) {
        return Value.Str.of(Strings.composed(text.text()), Origin.at(text.span()));
    }

    private Value interpolation(TemplatePart.Interpolation part, Scope scope) {
        Value value = evaluator.evaluate(part.expression(), scope);
        Site site = evaluator.site(part.expression(), scope);
        return Cases.top(value, site, each -> switch (each) {
            case Value.Null ignored -> site.failed("it is null, which cannot stand in a string");
            case Value other -> site.converted(other, Types.STRING);
        });
    }

    private Value when(TemplatePart.If part, Scope scope, Site site) {
        Site here = evaluator.site(part.condition(), scope);
        Value condition = evaluator.evaluate(part.condition(), scope);
        return evaluator
                .conditionals()
                .choose(
                        condition,
                        here,
                        () -> joined(part.whenTrue(), scope, site),
                        () -> joined(part.whenFalse(), scope, site));
    }

    private Value joined(List<TemplatePart> parts, Scope scope, Site site) {
        List<Value> values = parts(parts, scope, site);
        return Strings.concat(values, site.origin(values));
    }
}
