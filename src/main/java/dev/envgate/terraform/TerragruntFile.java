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
import java.util.stream.Stream;

/** One configuration file of terragrunt: what its names mean, and what it says. */
final class TerragruntFile implements Scope {
    /** How far files may include or read each other. */
    private static final int DEEPEST = 8;

    private final Workspace workspace;
    private final Problems problems;
    private final Path path;
    private final Path unit;
    private final Body body;
    private final int depth;
    private final Evaluator evaluator;
    private final Map<String, TerragruntFile> includes = new LinkedHashMap<>();
    private final Map<String, Value> locals = new HashMap<>();
    private final Set<String> open = new LinkedHashSet<>();

    private TerragruntFile(Workspace workspace, Problems problems, Path path, Path unit, Body body, int depth) {
        this.workspace = workspace;
        this.problems = problems;
        this.path = path;
        this.unit = unit;
        this.body = body;
        this.depth = depth;
        this.evaluator = new Evaluator(workspace.from(parent(path)), this::function);
        body.blocks("include", 1).forEach(this::include);
        body.blocks("include", 0).forEach(this::include);
    }

    /**
     * Reads a configuration.
     *
     * @param path of the file, absolute
     * @param unit the directory of the configuration that it is read for, absolute
     */
    static Optional<TerragruntFile> read(Workspace workspace, Problems problems, Path path, Path unit) {
        return read(workspace, problems, path, unit, 0);
    }

    private static Optional<TerragruntFile> read(
            Workspace workspace, Problems problems, Path path, Path unit, int depth) {
        if (depth > DEEPEST || !(workspace.read(path) instanceof Workspace.Read.Found(SourceFile file))) {
            return Optional.empty();
        }
        Parsed<Body> parsed = HclParser.parseFile(file);
        problems.addAll(parsed.problems());
        return Optional.of(new TerragruntFile(workspace, problems, path, unit, parsed.value(), depth));
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
                .flatMap(file -> read(workspace, problems, file, unit, depth + 1))
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
        Extension folders = new TerragruntFolders(workspace, unit, parent(path), included);
        return folders.call(name, arguments, at);
    }

    /** Another configuration as a value: its locals and its inputs. What is not there has a default, or is not known. */
    private Value config(List<Value> arguments, Span at) {
        Optional<TerragruntFile> other = arguments.isEmpty()
                ? Optional.empty()
                : file(arguments.getFirst()).flatMap(file -> read(workspace, problems, file, parent(file), depth + 1));
        if (other.isPresent()) {
            return other.get().exposed(at);
        }
        String reason = "depends on another configuration of terragrunt, which cannot be read";
        return arguments.size() > 1 ? arguments.get(1) : unknown("read_terragrunt_config(…)", reason, at);
    }

    private Value exposed(Span at) {
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
        Value known = locals.get(name);
        if (known != null) {
            return known;
        }
        if (!open.add(name)) {
            return unknown("local." + name, "depends on itself", at);
        }
        Value value = body.blocks("locals")
                .flatMap(block -> block.body().attribute(name).stream())
                .findFirst()
                .map(attribute -> evaluator.evaluate(attribute.value(), this))
                .orElseGet(() -> unknown("local." + name, "there is no `local.%s`".formatted(name), at));
        open.remove(name);
        locals.put(name, value);
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
        body.attribute("inputs").ifPresent(inputs -> all.put(evaluator.evaluate(inputs.value(), this), deep()));
        return all;
    }

    private void merge(Body.Block include, TerragruntInputs all) {
        String label =
                include.labels().isEmpty() ? "" : include.labels().getFirst().text();
        if (!strategy(include).equals("no_merge")) {
            Optional.ofNullable(includes.get(label))
                    .ifPresentOrElse(
                            file -> all.addAll(file.inputs()),
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
        return body.blocks("terraform")
                .flatMap(block -> block.body().attribute("source").stream())
                .findFirst()
                .map(source -> evaluator.evaluate(source.value(), this))
                .or(() -> includes.values().stream()
                        .flatMap(file -> file.source().stream())
                        .findFirst());
    }

    /** The files of values that terragrunt hands to terraform, those of included files first. */
    List<Path> varFiles() {
        Stream<Path> own = body.blocks("terraform")
                .flatMap(block -> block.body().blocks("extra_arguments", 1))
                .flatMap(block -> Stream.of("required_var_files", "optional_var_files")
                        .flatMap(name -> block.body().attribute(name).stream())
                        .flatMap(files -> files(
                                evaluator.evaluate(files.value(), this),
                                files.name().startsWith("optional"))));
        return Stream.concat(includes.values().stream().flatMap(file -> file.varFiles().stream()), own)
                .toList();
    }

    private Stream<Path> files(Value list, boolean optional) {
        return new Fields(List.of(pair("files", list)))
                .elements("files")
                .flatMap(file -> Reason.text(file).stream())
                .map(file -> unit.resolve(file).normalize())
                .filter(file -> !optional || workspace.read(file) instanceof Workspace.Read.Found);
    }
}
