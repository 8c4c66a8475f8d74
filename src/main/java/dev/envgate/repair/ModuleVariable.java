package dev.envgate.repair;

import dev.envgate.hcl.Body;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Brings a variable like another one into a module: its block, and in a module that is called the argument of the call. */
record ModuleVariable(Reusable module) {
    private static final Pattern VARIABLE = Pattern.compile("var\\.([A-Za-z_][A-Za-z0-9_-]*)");

    /** What a variable is called in an expression that is nothing else. */
    static Optional<String> named(String expression) {
        Matcher variable = VARIABLE.matcher(expression);
        return variable.matches() ? Optional.of(variable.group(1)) : Optional.empty();
    }

    /** A reference through a variable of a module that is called, for another name; what follows it stays. */
    Stream<Suggestion> reference(String value, String from, String to) {
        Matcher written = Pattern.compile("(\"\\$\\{|)(var\\.[A-Za-z0-9_-]+)(}[^\"$]*\"|)")
                .matcher(value);
        return written.matches() && !module.isRoot()
                ? named(written.group(2)).stream()
                        .flatMap(variable -> like(variable, from, to).stream())
                        .map(each -> new Suggestion(
                                written.group(1) + each.text() + written.group(3), each.besides(), each.remark()))
                : Stream.of();
    }

    /** The variable, and what has to be written for it; of the root's own {@code terraform apply} asks for the value. */
    Optional<Suggestion> like(String variable, String from, String to) {
        String other = NameForms.renamed(variable, from, to);
        Optional<Body.Block> block = module.variable(variable);
        if (block.isEmpty()
                || other.equals(variable)
                || module.variable(other).isPresent()
                || block.get().body().attribute("default").isPresent()) {
            return Optional.empty();
        }
        Edit declared =
                NewSecret.behind(block.get(), new Block("variable \"" + other + "\"", lines(block.get())).text("\n"));
        if (module.isRoot()) {
            return Optional.of(new Suggestion(
                    "var." + other,
                    List.of(declared),
                    "`terraform apply` asks for the value of the variable `%s`.".formatted(other)));
        }
        return module.call()
                .flatMap(call -> argument(call, variable, from, to).map(given -> {
                    List<Edit> edits = new ArrayList<>(List.of(declared));
                    Members.inBlock(call.body(), variable)
                            .ifPresent(each -> edits.addAll(each.insertAfter(other, given.text())));
                    edits.addAll(given.besides());
                    return new Suggestion("var." + other, edits, given.remark());
                }));
    }

    /** What the root gives for it: made like what it gives for the other one. */
    private Optional<Suggestion> argument(Body.Block call, String variable, String from, String to) {
        Reusable root = new Reusable(module.root(), module.root());
        return Members.inBlock(call.body(), variable)
                .flatMap(_ -> call.body().attribute(variable))
                .map(each -> each.value().span().text())
                .flatMap(value -> named(value)
                        .flatMap(each -> new ModuleVariable(root).like(each, from, to))
                        .or(() -> Suggestion.like(value, from, to, root, true).stream()
                                .filter(Suggestion::refersToBlock)
                                .findFirst()));
    }

    private static List<Block.Line> lines(Body.Block like) {
        return Stream.of("type", "sensitive")
                .flatMap(each -> like.body().attribute(each).stream())
                .map(each -> new Block.Line(each.name(), each.value().span().text()))
                .toList();
    }
}
