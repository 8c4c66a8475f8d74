package dev.envgate.terraform;

import dev.envgate.hcl.Cause;
import dev.envgate.hcl.Expression;
import dev.envgate.hcl.HclParser;
import dev.envgate.hcl.Origin;
import dev.envgate.hcl.Parsed;
import dev.envgate.hcl.Scope;
import dev.envgate.hcl.Symbol;
import dev.envgate.hcl.TakenOut;
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
        this.run = run;
        this.variables = variables.map(Fields::of).orElseGet(() -> new Fields(List.of()));
        this.module = module;
    }

    Value rendered(Value template, Span at) {
        return template instanceof Value.Str text && text.known()
                ? rendered(text, at)
                : unknown("rendered", Reason.cause(template), at);
    }

    private Value rendered(Value.Str template, Span at) {
        Parsed<Expression.Template> parsed = HclParser.parseTemplate(template);
        run.problems().addAll(parsed.problems());
        return parsed.ok()
                ? TakenOut.of(template, run.evaluate(parsed.value(), this))
                : unknown("rendered", new Cause(Cause.Kind.FAILED, "is no template", at), at);
    }

    @Override
    public Optional<Resolved> resolve(String root, List<String> attributes, Span at) {
        List<Case> cases = variables.cases(root, Value.Guard.ALWAYS);
        if (cases.isEmpty()) {
            return variables.open().findFirst().map(open -> new Resolved(unknown(root, Reason.cause(open), at), 0));
        }
        return Optional.of(
                new Resolved(TakenOut.behind(cases.getFirst().value(), List.of(new Origin.Hop(root, at))), 0));
    }

    @Override
    public String module() {
        return module;
    }

    private Value unknown(String name, Cause cause, Span at) {
        return new Value.Unknown(new Symbol(module, "", name), new Type.Str(), cause, Origin.at(at));
    }
}
