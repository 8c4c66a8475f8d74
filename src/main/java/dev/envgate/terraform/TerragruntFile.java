package dev.envgate.terraform;

import dev.envgate.hcl.Body;
import dev.envgate.hcl.Cause;
import dev.envgate.hcl.Evaluator;
import dev.envgate.hcl.Extension;
import dev.envgate.hcl.HclParser;
import dev.envgate.hcl.Origin;
import dev.envgate.hcl.Parsed;
import dev.envgate.hcl.Scope;
import dev.envgate.hcl.Symbol;
import dev.envgate.hcl.Type;
import dev.envgate.hcl.Value;
import dev.envgate.hcl.Value.Guard;
import dev.envgate.text.SourceFile;
import dev.envgate.text.Span;
import dev.envgate.text.Workspace;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** One configuration file of terragrunt: what its names mean, and what it says. */
final class TerragruntFile implements Scope {
    /** How many files may include or read each other. */
    private static final int MOST = 100;

    private final Workspace workspace;
    private final Problems problems;
    private final Path path;
    private final Path unit;
    private final Body body;
    private final Map<List<Path>, TerragruntFile> known;
    private final Evaluator evaluator;
    private final Map<String, TerragruntFile> includes = new LinkedHashMap<>();
    private final Map<String, Value> values = new HashMap<>();
    private final Set<String> open = new LinkedHashSet<>();

    private TerragruntFile(
            Workspace workspace,
            Problems problems,
            Path path,
            Path unit,
            Body body,
            Map<List<Path>, TerragruntFile> known) {
        this.workspace = workspace;
        this.problems = problems;
        this.path = path;
        this.unit = unit;
        this.body = body;
        this.known = known;
        this.evaluator = new Evaluator(workspace.from(parent(path)), this::function);
    }

    /**
     * Reads a configuration.
     *
     * @param path of the file, absolute
     * @param unit the directory of the configuration that it is read for, absolute
     */
    static Optional<TerragruntFile> read(Workspace workspace, Problems problems, Path path, Path unit) {
        return read(workspace, problems, path, unit, new HashMap<>());
    }

    /** A file with those that it includes; terragrunt lets included files include no others. */
    private static Optional<TerragruntFile> read(
            Workspace workspace, Problems problems, Path path, Path unit, Map<List<Path>, TerragruntFile> known) {
        boolean again = known.containsKey(List.of(path, unit));
        Optional<TerragruntFile> file = parse(workspace, problems, path, unit, known);
        if (!again) {
            file.ifPresent(TerragruntFile::include);
        }
        return file;
    }

    private void include() {
        body.blocks("include", 1).forEach(this::include);
        body.blocks("include", 0).forEach(this::include);
    }

    /** @param known the files that were read before, each for its unit, so that files may lead back to each other */
    private static Optional<TerragruntFile> parse(
            Workspace workspace, Problems problems, Path path, Path unit, Map<List<Path>, TerragruntFile> known) {
        TerragruntFile before = known.get(List.of(path, unit));
        if (before != null) {
            return Optional.of(before);
        }
        if (known.size() >= MOST || !(workspace.read(path) instanceof Workspace.Read.Found(SourceFile source))) {
            return Optional.empty();
        }
        Parsed<Body> parsed = HclParser.parseFile(source);
        problems.addAll(parsed.problems());
        TerragruntFile file = new TerragruntFile(workspace, problems, path, unit, parsed.value(), known);
        known.put(List.of(path, unit), file);
        return Optional.of(file);
    }

    private static Path parent(Path file) {
        Path parent = file.getParent();
        return parent == null ? file : parent;
    }

    private void include(Body.Block block) {
        String label = block.labels().isEmpty() ? "" : block.labels().getFirst().text();
        block.body()
                .attribute("path")
                .flatMap(attribute -> file(evaluator.evaluate(attribute.value(), this)))
                .flatMap(file -> parse(workspace, problems, file, unit, known))
                .ifPresent(file -> includes.putIfAbsent(label, file));
    }

    /** A path in a value, from the directory of this file. */
    private Optional<Path> file(Value value) {
        try {
            return Reason.text(value).map(text -> parent(path).resolve(text).normalize());
        } catch (InvalidPathException notOne) {
            return Optional.empty();
        }
    }

    private Optional<Value> function(String name, List<Value> arguments, Span at) {
        if (name.equals("read_terragrunt_config")) {
            return Optional.of(config(arguments, at));
        }
        Path included = arguments.stream()
                .findFirst()
                .flatMap(Reason::text)
                .map(includes::get)
                .or(() -> includes.values().stream().findFirst())
                .map(file -> parent(file.path))
                .orElseGet(() -> parent(path));
        Extension folders = new TerragruntFolders(workspace, unit, parent(path), included, copied());
        return folders.call(name, arguments, at);
    }

    private boolean copied() {
        return all().flatMap(file -> file.body.blocks("terraform"))
                .anyMatch(block -> block.body().attribute("source").isPresent());
    }

    /** Another configuration as a value: its locals and its inputs. What is not there has a default, or is not known. */
    private Value config(List<Value> arguments, Span at) {
        Optional<TerragruntFile> other = arguments.isEmpty()
                ? Optional.empty()
                : file(arguments.getFirst()).flatMap(file -> read(workspace, problems, file, parent(file), known));
        if (other.isPresent()) {
            return other.get().exposed(at);
        }
        String reason = "depends on another configuration of terragrunt, which cannot be read";
        return arguments.size() > 1 ? arguments.get(1) : unknown("read_terragrunt_config(…)", reason, at);
    }

    private Value exposed(Span at) {
        return once("", at, () -> content(at));
    }

    private Value content(Span at) {
        List<Value.Pair> pairs = new ArrayList<>();
        pairs.add(pair("locals", object(localNames().map(name -> pair(name, local(name, at))), at), at));
        pairs.add(pair(
                "inputs",
                body.attribute("inputs")
                        .map(inputs -> evaluator.evaluate(inputs.value(), this))
                        .orElseGet(() -> object(Stream.of(), at)),
                at));
        pairs.add(new Value.Pair.Rest(
                unknown("…", "depends on what a configuration of terragrunt says elsewhere", at), Guard.ALWAYS));
        return new Value.Dict(true, pairs, Origin.at(at));
    }

    private static Value.Pair pair(String name, Value value) {
        return pair(name, value, value.origin().born());
    }

    private static Value.Pair pair(String name, Value value, Span at) {
        return new Value.Pair.One(Value.Str.of(name, Origin.at(at)), value, Guard.ALWAYS);
    }

    private static Value object(Stream<Value.Pair> pairs, Span at) {
        return new Value.Dict(true, pairs.toList(), Origin.at(at));
    }

    private Stream<String> localNames() {
        return body.blocks("locals")
                .flatMap(block -> block.body().attributes().stream())
                .map(Body.Attribute::name);
    }

    @Override
    public Optional<Resolved> resolve(String root, List<String> attributes, Span at) {
        String name = attributes.isEmpty() ? "" : attributes.getFirst();
        return switch (root) {
            case "local" -> Optional.of(new Resolved(local(name, at), 1));
            case "include" -> Optional.of(included(name, at));
            case "dependency" -> Optional.of(new Resolved(dependency(name, at), 1));
            case "feature", "values", "unit", "stack" ->
                Optional.of(new Resolved(
                        unknown(root, "depends on `%s`, which is given from outside".formatted(root), at), 0));
            default -> Optional.empty();
        };
    }

    private Value local(String name, Span at) {
        return once(
                name,
                at,
                () -> body.blocks("locals")
                        .flatMap(block -> block.body().attribute(name).stream())
                        .findFirst()
                        .map(attribute -> evaluator.evaluate(attribute.value(), this))
                        .orElseGet(() -> unknown("local." + name, "there is no `local.%s`".formatted(name), at)));
    }

    /** Works out a value when it is first asked for; one that is needed for itself is not known. */
    private Value once(String name, Span at, Supplier<Value> work) {
        Value before = values.get(name);
        if (before != null) {
            return before;
        }
        if (!open.add(name)) {
            return unknown("local." + name, "depends on itself", at);
        }
        Value value = work.get();
        open.remove(name);
        values.put(name, value);
        return value;
    }

    private Resolved included(String name, Span at) {
        TerragruntFile named = includes.get(name);
        TerragruntFile only = includes.get("");
        if (named != null) {
            return new Resolved(named.exposed(at), 1);
        }
        return only != null
                ? new Resolved(only.exposed(at), 0)
                : new Resolved(
                        unknown("include." + name, "depends on `include.%s`, which cannot be read".formatted(name), at),
                        1);
    }

    /** A reference that stays one, so that it is shown by its name. */
    private static Value dependency(String name, Span at) {
        String object = "dependency." + name;
        String reason = "depends on `%s`, whose outputs only its state knows".formatted(object);
        return new Value.Unknown(
                new Symbol("", object, ""), new Type.Any(), new Cause(Cause.Kind.NOT_READ, reason, at), Origin.at(at));
    }

    private static Value.Unknown unknown(String text, String reason, Span at) {
        return new Value.Unknown(
                Symbol.expression(text), new Type.Any(), new Cause(Cause.Kind.NOT_READ, reason, at), Origin.at(at));
    }

    /** This file's inputs over those of the files that it includes. */
    TerragruntInputs inputs() {
        TerragruntInputs all = new TerragruntInputs();
        body.blocks("include", 1).forEach(block -> merge(block, all));
        body.blocks("include", 0).forEach(block -> merge(block, all));
        own(all, deep());
        all().forEach(file -> file.argued(all));
        return all;
    }

    /** Values that are handed over as arguments or in the environment: where they are not plain, any variable may have one. */
    private void argued(TerragruntInputs all) {
        extraArguments()
                .filter(block -> !arguments(block).plain())
                .forEach(block -> all.open(unknown(
                        "extra_arguments",
                        "depends on `extra_arguments`, whose `-var`, `-var-file` and `TF_VAR_` are not known",
                        block.header())));
    }

    /** Those for a command that variables matter to. */
    private Stream<Body.Block> extraArguments() {
        return body.blocks("terraform")
                .flatMap(block -> block.body().blocks("extra_arguments", 1))
                .filter(block -> TerragruntArguments.count(block, this::value));
    }

    private Value value(Body.Attribute attribute) {
        return evaluator.evaluate(attribute.value(), this);
    }

    private void own(TerragruntInputs all, boolean deep) {
        body.attribute("inputs").ifPresent(inputs -> all.put(evaluator.evaluate(inputs.value(), this), deep));
    }

    private void merge(Body.Block include, TerragruntInputs all) {
        String label =
                include.labels().isEmpty() ? "" : include.labels().getFirst().text();
        if (!strategy(include).equals("no_merge")) {
            Optional.ofNullable(includes.get(label))
                    .ifPresentOrElse(
                            file -> file.own(all, deep()),
                            () -> all.open(unknown(
                                    "inputs",
                                    "depends on a configuration that is included and cannot be read",
                                    include.header())));
        }
    }

    private boolean deep() {
        return Stream.concat(body.blocks("include", 1), body.blocks("include", 0))
                .anyMatch(block -> strategy(block).startsWith("deep"));
    }

    private String strategy(Body.Block include) {
        return include.body()
                .attribute("merge_strategy")
                .flatMap(attribute -> Reason.text(evaluator.evaluate(attribute.value(), this)))
                .orElse("");
    }

    /** Where the module comes from: what this file says, else what an included one does. */
    Optional<Value> source() {
        return Stream.concat(Stream.of(this), includes.values().stream())
                .flatMap(TerragruntFile::ownSource)
                .findFirst();
    }

    private Stream<Value> ownSource() {
        return body.blocks("terraform")
                .flatMap(block -> block.body().attribute("source").stream())
                .map(source -> evaluator.evaluate(source.value(), this));
    }

    /** The values that terragrunt hands to terraform as arguments, those of included files first. */
    List<Inputs.Assignment> given() {
        return all().flatMap(TerragruntFile::ownGiven).toList();
    }

    /** {@code TF_VAR_*} that terragrunt sets. */
    Map<String, String> environment() {
        Map<String, String> variables = new LinkedHashMap<>();
        all().flatMap(file -> file.extraArguments().map(file::arguments))
                .forEach(each -> variables.putAll(each.environment()));
        return variables;
    }

    private Stream<TerragruntFile> all() {
        return Stream.concat(includes.values().stream(), Stream.of(this));
    }

    private TerragruntArguments arguments(Body.Block block) {
        return new TerragruntArguments(block, this::value, this::meant);
    }

    /** Terraform runs in the directory of the module, or in a copy of it with what stands beside the unit. */
    private Optional<Path> meant(String file) {
        Path path = unit.resolve(file).normalize();
        return Path.of(file).isAbsolute() || workspace.read(path) instanceof Workspace.Read.Found
                ? Optional.of(path)
                : Optional.empty();
    }

    private Stream<Inputs.Assignment> ownGiven() {
        return extraArguments()
                .flatMap(block -> Stream.concat(
                        arguments(block).assignments().stream(),
                        Stream.of("required_var_files", "optional_var_files")
                                .flatMap(name -> block.body().attribute(name).stream())
                                .flatMap(files ->
                                        files(value(files), files.name().startsWith("optional")))
                                .map(Inputs.Assignment.VarFile::new)));
    }

    private Stream<Path> files(Value list, boolean optional) {
        return new Fields(List.of(pair("files", list)))
                .elements("files")
                .flatMap(file -> Reason.text(file).stream())
                .map(file -> unit.resolve(file).normalize())
                .filter(file -> !optional || workspace.read(file) instanceof Workspace.Read.Found);
    }
}
