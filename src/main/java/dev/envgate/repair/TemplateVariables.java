package dev.envgate.repair;

import dev.envgate.hcl.Body;
import dev.envgate.text.SourceFile;
import dev.envgate.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a template is given: a template knows no secrets, only the variables of the call that renders it, so a new one takes a line there too.
 *
 * @param template the file
 * @param module the module that renders it
 */
record TemplateVariables(SourceFile template, Reusable module) {
    private static final Pattern VARIABLE = Pattern.compile("\"\\$\\{([A-Za-z_][A-Za-z0-9_]*)}([^$\"]*)\"");

    /** Values for a new entry that are made like that of another one, each with the line that gives the template its variable. */
    Stream<Suggestion> like(String value, String from, String to) {
        Matcher written = VARIABLE.matcher(value);
        if (!written.matches()) {
            return Stream.of();
        }
        String variable = written.group(1);
        return given(variable).stream().flatMap(given -> {
            String renamed = NameForms.renamed(variable, from, to);
            String called = renamed.equals(variable)
                    ? NameForms.snake(to) + (variable.endsWith("_arn") ? "_arn" : "")
                    : renamed;
            boolean free = given.mapping().member(called).isEmpty();
            return free
                    ? values(given.value(), from, to).map(each -> through(called, written.group(2), given, each))
                    : Stream.of();
        });
    }

    /** The object that a template is rendered with, and what one of its variables is there. */
    private record Given(Node.Mapping mapping, Node value) {}

    private Stream<Suggestion> values(Node given, String from, String to) {
        return Stream.concat(
                Suggestion.like(given.span().text(), from, to, module, true).stream(),
                module.of(to).stream().map(each -> Suggestion.whole(each, Node.Dialect.HCL)));
    }

    private static Suggestion through(String called, String behind, Given given, Suggestion value) {
        List<Edit> besides = new ArrayList<>(value.besides());
        besides.addAll(new Members(given.mapping())
                .insertAfter(given.mapping().members().size() - 1, called, value.text()));
        return new Suggestion("\"${" + called + "}" + behind + "\"", besides, value.remark());
    }

    /** Where the variable is given, when that is one place. */
    private Optional<Given> given(String variable) {
        List<Given> found = module.files().stream()
                .filter(Trees::isNative)
                .flatMap(file -> objects(Trees.body(file)))
                .flatMap(mapping -> mapping.member(variable).stream().map(member -> new Given(mapping, member.value())))
                .toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    /** The objects beside the name of the template: in a call, or as the variables of a {@code template_file}. */
    private Stream<Node.Mapping> objects(Body body) {
        boolean renders = body.attribute("template")
                .filter(each -> names(each.value().span()))
                .isPresent();
        Stream<Node.Mapping> own = body.attributes().stream()
                .filter(each ->
                        names(each.value().span()) || (renders && each.name().equals("vars")))
                .flatMap(each -> mappings(Trees.node(each.value())));
        return Stream.concat(own, body.blocks().stream().flatMap(each -> objects(each.body())));
    }

    private boolean names(Span value) {
        String path = template.path();
        return value.text().contains(path.substring(path.lastIndexOf('/') + 1));
    }

    private static Stream<Node.Mapping> mappings(Node node) {
        return switch (node) {
            case Node.Mapping mapping ->
                Stream.concat(Stream.of(mapping), mapping.members().stream().flatMap(each -> mappings(each.value())));
            case Node.Sequence sequence -> sequence.items().stream().flatMap(TemplateVariables::mappings);
            case Node.Other other -> other.inside().stream().flatMap(TemplateVariables::mappings);
        };
    }
}
