package dev.envgate.hcl;

import dev.envgate.hcl.Value.Element;
import dev.envgate.hcl.Value.Pair;
import dev.envgate.text.SourceFile;
import dev.envgate.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** {@code templatefile} and {@code templatestring}: templates that are evaluated with names of their own. */
final class TemplateCalls {
    private final Evaluator evaluator;
    private final FileFunctions files;
    private final Map<SourceFile, Parsed<Expression.Template>> parsed = new ConcurrentHashMap<>();

    TemplateCalls(Evaluator evaluator, FileFunctions files) {
        this.evaluator = evaluator;
        this.files = files;
    }

    Value file(List<Element> arguments, Scope scope, Site site) {
        List<Value> values = new Invocation(site, arguments).arguments();
        if (values.size() != 2) {
            return site.failed("`templatefile` takes a path and an object");
        }
        return Cases.top(values, site, both -> switch (site.converted(both.getFirst(), Types.STRING)) {
            case Value.Str path ->
                path.known() ? file(path, both.getLast(), scope, site) : site.derived(Types.STRING, path);
            case Value other -> Calls.failed(other) ? other : site.derived(Types.STRING, other);
        });
    }

    private Value file(Value.Str path, Value names, Scope scope, Site site) {
        return switch (files.read(path.text(), site)) {
            case FileFunctions.Outcome.Found found ->
                FileFunctions.through(
                        "templatefile", path, render(template(found.file()), names, List.of(), scope, site), site);
            case FileFunctions.Outcome.Refused refused -> refused.why();
        };
    }

    Value string(List<Element> arguments, Scope scope, Site site) {
        List<Value> values = new Invocation(site, arguments).arguments();
        if (values.size() != 2) {
            return site.failed("`templatestring` takes a string and an object");
        }
        return Cases.top(values, site, both -> switch (site.converted(both.getFirst(), Types.STRING)) {
            case Value.Str text -> inString(text, both.getLast(), scope, site);
            case Value other -> Calls.failed(other) ? other : site.derived(Types.STRING, other);
        });
    }

    private Value inString(Value.Str string, Value names, Scope scope, Site site) {
        TemplateText text = TemplateText.of(string);
        Value rendered = render(HclParser.parseTemplate(text.text()), names, text.names(), scope, site);
        return TakenOut.of(string, rendered);
    }

    private Parsed<Expression.Template> template(SourceFile source) {
        return parsed.computeIfAbsent(source, HclParser::parseTemplate);
    }

    /** @param more names of the template that nobody gave */
    private Value render(
            Parsed<Expression.Template> template, Value names, List<Pair.One> more, Scope scope, Site site) {
        if (!template.ok()) {
            Span place = template.problems().getFirst().span();
            return site.failed("the template `" + place.file().path() + "` has a syntax error in line " + place.line());
        }
        return switch (names) {
            case Value.Dict mapping -> evaluated(template.value(), mapping, more, scope);
            case Value.Unknown unknown ->
                Calls.failed(unknown) ? unknown : evaluated(template.value(), open(unknown), more, scope);
            case Value other -> site.failed("the names of a template are an object, and this is " + Types.kind(other));
        };
    }

    private Value evaluated(Expression.Template template, Value.Dict names, List<Pair.One> more, Scope scope) {
        List<Pair> all = new ArrayList<>(names.pairs());
        all.addAll(more);
        return evaluator.evaluate(
                template, new TemplateScope(new Value.Dict(true, all, names.origin()), scope.module()));
    }

    private static Value.Dict open(Value.Unknown unknown) {
        return new Value.Dict(true, List.of(new Pair.Rest(unknown, Value.Guard.ALWAYS)), unknown.origin());
    }

    /** The names that a template was given, and no others. */
    private final class TemplateScope implements LocalNames {
        private final Value.Dict names;
        private final String module;

        TemplateScope(Value.Dict names, String module) {
            this.names = names;
            this.module = module;
        }

        @Override
        public Optional<Value> local(String name) {
            return names.pairs().stream()
                    .filter(pair ->
                            pair instanceof Pair.One one && one.key().text().equals(name))
                    .map(pair -> ((Pair.One) pair).value())
                    .findFirst();
        }

        @Override
        public Optional<Resolved> resolve(String root, List<String> attributes, Span at) {
            Site site = evaluator.site(new Expression.Root(root, at), this);
            Value value = new Access(site).attribute(names, root);
            List<Origin.Hop> hops = TemplateText.standsForHole(root) ? List.of() : List.of(new Origin.Hop(root, at));
            return Optional.of(new Resolved(TakenOut.behind(value, hops), 0));
        }

        @Override
        public String module() {
            return module;
        }
    }
}
