package dev.envgate.terraform;

import dev.envgate.hcl.Body;
import dev.envgate.hcl.Expression;
import dev.envgate.hcl.HclParser;
import dev.envgate.hcl.JsonSyntax;
import dev.envgate.hcl.Parsed;
import dev.envgate.hcl.TemplatePart;
import dev.envgate.text.SourceFile;
import dev.envgate.text.Span;
import dev.envgate.text.Workspace;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads modules from disk, each directory and each file once. */
final class ModuleLoader {
    /** So many files are worth the start of more threads. */
    private static final int MANY = 32;

    private final Workspace workspace;
    private final Manifest manifest;
    private final Problems problems;
    private final StandIns standIns = new StandIns();
    private final Map<Path, Loaded> loaded = new HashMap<>();

    /** @param workspace its working directory is the one that Terraform runs in */
    ModuleLoader(Workspace workspace, Manifest manifest, Problems problems) {
        this.workspace = workspace;
        this.manifest = manifest;
        this.problems = problems;
    }

    /** What came of looking for a module. */
    sealed interface Loaded {
        record Found(Module module) implements Loaded {}

        /** {@code why} is half a sentence that can follow "not known:". */
        record NotRead(String why) implements Loaded {}
    }

    Loaded load(Path directory) {
        Path normal = directory.normalize();
        Loaded known = loaded.get(normal);
        if (known == null) {
            known = loadNow(normal);
            loaded.put(normal, known);
        }
        return known;
    }

    /**
     * The module that a call leads to.
     *
     * @param calls the names of the calls that lead to the caller, {@code api.db}
     */
    Loaded called(Module caller, String calls, Body.Block call) {
        String name = call.labels().getFirst().text();
        String source = literal(call, "source");
        if (source.startsWith("./") || source.startsWith("../")) {
            return load(caller.directory().resolve(source));
        }
        return manifest.directory(calls.isEmpty() ? name : calls + "." + name)
                .map(this::load)
                .or(() -> standIns.find(source, literal(call, "version")).map(Loaded.Found::new))
                .orElseGet(() ->
                        new Loaded.NotRead("`module.%s` comes from `%s` and is not on disk; run `terraform init` first"
                                .formatted(name, source)));
    }

    private static String literal(Body.Block call, String attribute) {
        return call.body()
                .attribute(attribute)
                .flatMap(written -> literal(written.value()))
                .orElse("");
    }

    private static Optional<String> literal(Expression expression) {
        return expression instanceof Expression.Template(List<TemplatePart> parts, Span _)
                        && parts.size() == 1
                        && parts.getFirst() instanceof TemplatePart.Text text
                ? Optional.of(text.text())
                : Optional.empty();
    }

    private Loaded loadNow(Path directory) {
        return switch (workspace.list(directory)) {
            case Workspace.Listing.Refused(String why) ->
                new Loaded.NotRead("`%s` cannot be read: %s".formatted(workspace.show(directory), why));
            case Workspace.Listing.Found(List<String> names) -> read(directory, FileNames.configuration(names));
        };
    }

    private Loaded read(Path directory, List<String> names) {
        if (names.isEmpty()) {
            return new Loaded.NotRead("there are no Terraform files in `%s`".formatted(workspace.show(directory)));
        }
        List<Parsed<Body>> bodies = parse(directory, names);
        Declarations declarations = new Declarations(problems);
        for (int i = 0; i < names.size(); i++) {
            Parsed<Body> body = bodies.get(i);
            problems.addAll(body.problems());
            if (FileNames.isOverride(names.get(i))) {
                declarations.override(body.value());
            } else {
                declarations.add(body.value());
            }
        }
        return new Loaded.Found(declarations.module(directory, false));
    }

    /** In the order of the names. Files know nothing of each other, so many of them are read on all processors. */
    private List<Parsed<Body>> parse(Path directory, List<String> names) {
        Stream<String> each = names.size() < MANY ? names.stream() : names.parallelStream();
        return each.map(name -> parse(directory.resolve(name))).toList();
    }

    /** What could be read of a file; what could not is a problem. */
    private Parsed<Body> parse(Path path) {
        return switch (workspace.read(path)) {
            case Workspace.Read.Refused(String why) -> parseTolerantly(path).orElseGet(() -> unreadable(path, why));
            case Workspace.Read.Found(SourceFile file) ->
                FileNames.isJson(file.path())
                        ? JsonSyntax.parseFile(file, JsonSyntax.TERRAFORM)
                        : HclParser.parseFile(file);
        };
    }

    /** Terraform takes any bytes in comments: old files have umlauts there that are no UTF-8. */
    private Optional<Parsed<Body>> parseTolerantly(Path path) {
        if (FileNames.isJson(path.toString())
                || !(workspace.readTolerantly(path) instanceof Workspace.Read.Found(SourceFile file))) {
            return Optional.empty();
        }
        return Optional.of(HclParser.parseFile(file)).filter(Parsed::ok);
    }

    private Parsed<Body> unreadable(Path path, String why) {
        Span nowhere = SourceFile.unread(workspace.show(path)).all();
        return new Parsed<>(
                new Body(List.of(), List.of(), nowhere), List.of(Problems.unreadableFile(workspace.show(path), why)));
    }
}
