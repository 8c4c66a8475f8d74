package dev.envgate.terraform;

import dev.envgate.hcl.Body;
import dev.envgate.hcl.Cause;
import dev.envgate.hcl.Expression;
import dev.envgate.hcl.HclParser;
import dev.envgate.hcl.JsonSyntax;
import dev.envgate.hcl.Origin;
import dev.envgate.hcl.Parsed;
import dev.envgate.hcl.Symbol;
import dev.envgate.hcl.Type;
import dev.envgate.hcl.Value;
import dev.envgate.text.Nearest;
import dev.envgate.text.SourceFile;
import dev.envgate.text.Workspace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The values that are given to the variables of the root. In Terraform's order, the strongest last: the inputs of
 * terragrunt, which it hands over in the environment, {@code TF_VAR_*},
 * {@code terraform.tfvars}, {@code terraform.tfvars.json}, {@code *.auto.tfvars} and {@code *.auto.tfvars.json} by name, and then
 * {@code -var-file} and {@code -var} as they were given.
 */
final class RootVariables implements Arguments {
    private static final String PREFIX = "TF_VAR_";

    private final Run run;
    private final Map<String, Given> values = new HashMap<>();
    private final Set<String> asked = new HashSet<>();
    private final List<Value.Unknown> open = new ArrayList<>();
    private final Map<String, String> leftOpen = new HashMap<>();
    private boolean switchedOff;
    private Supposing supposing = Supposing.NOTHING;

    private RootVariables(Run run) {
        this.run = run;
    }

    /** A value as it was given. */
    private sealed interface Given {
        /** In a file: a value of the language. */
        record Written(Value value) implements Given {}

        /** As bare text: what it means depends on the type of the variable. */
        record Text(SourceFile text) implements Given {}
    }

    static RootVariables read(Inputs inputs, Terragrunt terragrunt, Run run) {
        RootVariables variables = new RootVariables(run);
        if (terragrunt instanceof Terragrunt.Unit unit) {
            unit.inputs().values().forEach((name, value) -> variables.values.put(name, new Given.Written(value)));
            variables.open.addAll(unit.inputs().open());
        }
        variables.addEnvironment(inputs.environment());
        if (terragrunt instanceof Terragrunt.Unit unit) {
            variables.addEnvironment(unit.environment());
        }
        variables.addFiles(run.workspace());
        if (terragrunt instanceof Terragrunt.Unit unit) {
            Workspace own = inputs.workspace().from(inputs.root());
            if (!unit.module().equals(Path.of(""))) {
                variables.addFiles(own);
            }
            unit.given().forEach(each -> variables.add(each, own));
        }
        inputs.assignments().forEach(assignment -> variables.add(assignment, inputs.workspace()));
        return variables;
    }

    /** Variables of which nobody gave any, those that are empty by default taken for not known. */
    static RootVariables supposed(Run run) {
        RootVariables variables = new RootVariables(run);
        variables.supposing = Supposing.WHAT_IS_EMPTY;
        return variables;
    }

    /** Variables of which nobody gave any, those that are {@code false} by default taken for not known. */
    static RootVariables switching(Run run) {
        RootVariables variables = new RootVariables(run);
        variables.supposing = Supposing.WHAT_IS_OFF;
        return variables;
    }

    /** Variables of which nobody gave any, every default taken for not known. */
    static RootVariables undecided(Run run) {
        RootVariables variables = new RootVariables(run);
        variables.supposing = Supposing.EVERYTHING;
        return variables;
    }

    /** Which defaults are taken for not known. */
    private enum Supposing {
        NOTHING,
        WHAT_IS_EMPTY,
        WHAT_IS_OFF,
        EVERYTHING
    }

    /** Whether nobody gave any variable a value, so that nobody decided what the defaults say. */
    boolean noneGiven() {
        return values.isEmpty() && open.isEmpty();
    }

    private void addEnvironment(Map<String, String> environment) {
        environment.forEach((name, text) -> {
            if (name.startsWith(PREFIX)) {
                put(name.substring(PREFIX.length()), name, text);
            }
        });
    }

    private void addFiles(Workspace directory) {
        if (directory.list(Path.of("")) instanceof Workspace.Listing.Found(List<String> names)) {
            FileNames.values(names).forEach(name -> addFile(Path.of(name), directory));
        }
    }

    private void add(Inputs.Assignment assignment, Workspace workspace) {
        switch (assignment) {
            case Inputs.Assignment.VarFile(Path path) -> addFile(path, workspace);
            case Inputs.Assignment.Var(String name, String text) -> put(name, "--var " + name, text);
            case Inputs.Assignment.Planned(String name, Value value) -> values.put(name, new Given.Written(value));
        }
    }

    private void put(String name, String shownAs, String text) {
        values.put(name, new Given.Text(new SourceFile(shownAs, text)));
    }

    private void addFile(Path path, Workspace workspace) {
        switch (workspace.read(path)) {
            case Workspace.Read.Refused(String why) -> run.problems().unreadable(workspace.show(path), why);
            case Workspace.Read.Found(SourceFile file) ->
                addAll(FileNames.isJson(file.path()) ? JsonSyntax.parseValues(file) : HclParser.parseFile(file));
        }
    }

    private void addAll(Parsed<Body> file) {
        run.problems().addAll(file.problems());
        for (Body.Attribute attribute : file.value().attributes()) {
            values.put(attribute.name(), new Given.Written(run.evaluate(attribute.value(), Run.NOTHING)));
        }
        for (Body.Block block : file.value().blocks()) {
            run.problems()
                    .add(
                            block.header(),
                            "A file of values holds `name = value` lines, and this is a block.",
                            "Move it into a `.tf` file.");
        }
    }

    @Override
    public Optional<Value> given(String name, Type type, boolean typed) {
        return Optional.ofNullable(values.get(name))
                .map(given -> switch (given) {
                    case Given.Written(Value value) -> value;
                    case Given.Text(SourceFile text) -> typed ? meaning(text, type) : literal(text);
                })
                .or(() -> open.stream().findFirst().map(why -> perhaps(name, why)));
    }

    /** A variable that the inputs of terragrunt may give too: they are not all known. */
    private static Value perhaps(String name, Value.Unknown why) {
        return new Value.Unknown(new Symbol("", "", "var." + name), new Type.Any(), why.cause(), why.origin());
    }

    /** Text for a variable of a simple type is the value itself, as where no type is said; for any other it is an expression. */
    private Value meaning(SourceFile text, Type type) {
        return switch (type) {
            case Type.Str _ -> literal(text);
            case Type.Num _ -> literal(text);
            case Type.Bool _ -> literal(text);
            case Type.Any _ -> expression(text);
            case Type.ListOf _ -> expression(text);
            case Type.SetOf _ -> expression(text);
            case Type.MapOf _ -> expression(text);
            case Type.TupleOf _ -> expression(text);
            case Type.ObjectOf _ -> expression(text);
        };
    }

    private static Value literal(SourceFile text) {
        return Value.Str.of(text.text(), Origin.at(text.all()));
    }

    private Value expression(SourceFile text) {
        Parsed<Expression> parsed = HclParser.parseExpression(text);
        run.problems().addAll(parsed.problems());
        return run.evaluate(parsed.value(), Run.NOTHING);
    }

    /** Where anything at all was given, what was not is meant to be as the default says. */
    @Override
    public Value byDefault(String name, Value value, Type type, Body.Block declaration) {
        if (!noneGiven()) {
            return value;
        }
        return switch (supposing) {
            case EVERYTHING ->
                notKnown(name, type, declaration, "depends on `var.%s`, which nobody gave a value".formatted(name));
            case WHAT_IS_OFF ->
                off(value) ? notKnown(name, type, declaration, "`var.%s` is off by default".formatted(name)) : value;
            case WHAT_IS_EMPTY, NOTHING -> {
                switchedOff |= off(value);
                yield empty(value) ? leftOpen(name, value, type, declaration) : value;
            }
        };
    }

    private static boolean off(Value value) {
        return value instanceof Value.Bool bool && !bool.value();
    }

    private Value leftOpen(String name, Value value, Type type, Body.Block declaration) {
        String reason = "`var.%s` is empty by default, and no value was given".formatted(name);
        leftOpen.put(reason, name);
        return supposing == Supposing.WHAT_IS_EMPTY ? notKnown(name, type, declaration, reason) : value;
    }

    private static Value notKnown(String name, Type type, Body.Block declaration, String reason) {
        return new Value.Unknown(
                new Symbol("", "", "var." + name),
                type,
                new Cause(Cause.Kind.NOT_GIVEN, reason, declaration.header()),
                Origin.at(declaration.header()));
    }

    private static boolean empty(Value value) {
        return switch (value) {
            case Value.Null _ -> true;
            case Value.Str text -> text.known() && text.text().isEmpty();
            case Value.Seq sequence -> sequence.elements().isEmpty();
            case Value.Dict mapping -> mapping.pairs().isEmpty();
            case Value.Bool _, Value.Num _, Value.Unknown _, Value.Choice _ -> false;
        };
    }

    /** Whether a variable was asked for that is {@code false} by default. */
    boolean switchedOff() {
        return switchedOff;
    }

    /** The variables that were asked for and are empty by default, by the sentence that says so. */
    Map<String, String> leftOpen() {
        return Map.copyOf(leftOpen);
    }

    @Override
    public Optional<Body.Block> block() {
        return Optional.empty();
    }

    @Override
    public Optional<Value> undeclared(String name) {
        asked.add(name);
        return given(name, new Type.Any(), false);
    }

    /**
     * Adds a problem for each {@code -var} that nothing declares and that nothing asked for. Terraform refuses it too; for a value in a
     * file or in the environment it does not.
     */
    void complain(Inputs inputs, Module root) {
        List<String> declared = root.all("variable")
                .map(address -> address.substring("var.".length()))
                .toList();
        for (Inputs.Assignment each : inputs.assignments()) {
            if (each instanceof Inputs.Assignment.Var(String name, String _)
                    && !declared.contains(name)
                    && !asked.contains(name)) {
                run.problems()
                        .add(
                                SourceFile.unread("--var " + name).all(),
                                "There is no variable `%s` in `%s`."
                                        .formatted(name, run.workspace().show(Path.of(""))),
                                Nearest.of(name, declared)
                                        .map("Did you mean `%s`?"::formatted)
                                        .orElse(""));
            }
        }
    }

    @Override
    public Cause missing(String name, Body.Block declaration) {
        String reason = "depends on `var.%s`, which has no default".formatted(name);
        return new Cause(Cause.Kind.NOT_GIVEN, reason, declaration.header());
    }
}
