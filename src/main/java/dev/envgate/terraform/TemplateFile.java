package dev.envgate.terraform;

import dev.envgate.hcl.Cause;
import dev.envgate.hcl.Expression;
import dev.envgate.hcl.HclParser;
import dev.envgate.hcl.Origin;
import dev.envgate.hcl.Parsed;
import dev.envgate.hcl.Scope;
import dev.envgate.hcl.Symbol;
import dev.envgate.hcl.TakenOut;
import dev.envgate.hcl.TemplateText;
import dev.envgate.hcl.Type;
import dev.envgate.hcl.Value;
import dev.envgate.text.Span;
import java.util.List;
import java.util.Optional;

/** {@code data "template_file"}: a template with variables of its own, from before there was {@code templatefile}. */
final class TemplateFile implements Scope {
    private final Run run;
    private final Fields variables;
    private final String module;

    TemplateFile(Run run, Optional<Value> variables, String module) {
        this(run, variables.map(Fields::of).orElseGet(() -> new Fields(List.of())), module);
    }

    private TemplateFile(Run run, Fields variables, String module) {
        this.run = run;
        this.variables = variables;
        this.module = module;
    }

    Value rendered(Value template, Span at) {
        return switch (template) {
            case Value.Str text -> rendered(text, at);
            case Value.Choice choice ->
                new Value.Choice(
                        choice.condition(),
                        rendered(choice.whenTrue(), at),
                        rendered(choice.whenFalse(), at),
                        choice.origin());
            case Value other -> unknown("rendered", Reason.cause(other), at);
        };
    }

    private Value rendered(Value.Str template, Span at) {
        TemplateText text = TemplateText.of(template);
        Parsed<Expression.Template> parsed = HclParser.parseTemplate(text.text());
        run.problems().addAll(parsed.problems());
        TemplateFile scope = new TemplateFile(run, variables.and(text.names()), module);
        return parsed.ok()
                ? TakenOut.of(template, run.evaluate(parsed.value(), scope))
                : unknown("rendered", new Cause(Cause.Kind.FAILED, "is no template", at), at);
    }

    @Override
    public Optional<Resolved> resolve(String root, List<String> attributes, Span at) {
        List<Origin.Hop> hops = TemplateText.standsForHole(root) ? List.of() : List.of(new Origin.Hop(root, at));
        return variables
                .value(root)
                .map(value -> TakenOut.behind(value, hops))
                .or(() -> variables.open().findFirst().map(open -> unknown(root, Reason.cause(open), at)))
                .map(value -> new Resolved(value, 0));
    }

    @Override
    public String module() {
        return module;
    }

    private Value unknown(String name, Cause cause, Span at) {
        return new Value.Unknown(new Symbol(module, "", name), new Type.Str(), cause, Origin.at(at));
    }
}
