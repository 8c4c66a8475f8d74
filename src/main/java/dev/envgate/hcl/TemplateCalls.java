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
                render(new TemplateText(found.file(), List.of()), names, scope, site);
            case FileFunctions.Outcome.Refused refused -> refused.why();
        };
    }

    Value string(List<Element> arguments, Scope scope, Site site) {
        List<Value> values = new Invocation(site, arguments).arguments();
        if (values.size() != 2) {
            return site.failed("`templatestring` takes a string and an object");
        }
        return Cases.top(values, site, both -> switch (site.converted(both.getFirst(), Types.STRING)) {
            case Value.Str text -> render(TemplateText.of(text), both.getLast(), scope, site);
            case Value other -> Calls.failed(other) ? other : site.derived(Types.STRING, other);
        });
    }

    private Value render(TemplateText text, Value names, Scope scope, Site site) {
        Parsed<Expression.Template> template = parsed.computeIfAbsent(text.source(), HclParser::parseTemplate);
        if (!template.ok()) {
            Span place = template.problems().getFirst().span();
            return site.failed(
                    "the template `" + text.source().path() + "` has a syntax error in line " + place.line());
        }
        return switch (names) {
            case Value.Dict mapping -> evaluated(template.value(), mapping, text, scope);
            case Value.Unknown unknown ->
                Calls.failed(unknown) ? unknown : evaluated(template.value(), open(unknown), text, scope);
            case Value other -> site.failed("the names of a template are an object, and this is " + Types.kind(other));
        };
    }

    private Value evaluated(Expression.Template template, Value.Dict names, TemplateText text, Scope scope) {
        List<Pair> all = new ArrayList<>(names.pairs());
        all.addAll(text.names());
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
            Value seen = TemplateText.standsForHole(root)
                    ? value
                    : value.withOrigin(value.origin().through(root, at));
            return Optional.of(new Resolved(seen, 0));
        }

        @Override
        public String module() {
            return module;
        }
    }
}
