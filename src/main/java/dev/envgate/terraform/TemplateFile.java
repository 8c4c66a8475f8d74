package dev.envgate.terraform;

import dev.envgate.hcl.Cause;
import dev.envgate.hcl.Expression;
import dev.envgate.hcl.HclParser;
import dev.envgate.hcl.Origin;
import dev.envgate.hcl.Parsed;
import dev.envgate.hcl.Scope;
import dev.envgate.hcl.Symbol;
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
            case Value.Str text -> rendered(TemplateText.of(text), at);
            case Value.Choice choice ->
                new Value.Choice(
                        choice.condition(),
                        rendered(choice.whenTrue(), at),
                        rendered(choice.whenFalse(), at),
                        choice.origin());
            case Value other -> unknown("rendered", Reason.cause(other), at);
        };
    }

    private Value rendered(TemplateText text, Span at) {
        Parsed<Expression.Template> parsed = HclParser.parseTemplate(text.source());
        run.problems().addAll(parsed.problems());
        return parsed.ok()
                ? run.evaluate(parsed.value(), new TemplateFile(run, variables.and(text.names()), module))
                : unknown("rendered", new Cause(Cause.Kind.FAILED, "is no template", at), at);
    }

    @Override
    public Optional<Resolved> resolve(String root, List<String> attributes, Span at) {
        return variables
                .value(root)
                .map(value -> TemplateText.standsForHole(root) ? value : Passage.through(value, root, at))
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
