package dev.envgate.terraform;

import dev.envgate.hcl.Body;
import dev.envgate.hcl.Cause;
import dev.envgate.hcl.Origin;
import dev.envgate.hcl.Scope;
import dev.envgate.hcl.Symbol;
import dev.envgate.hcl.TakenOut;
import dev.envgate.hcl.Type;
import dev.envgate.hcl.Value;
import dev.envgate.ledger.Place;
import dev.envgate.text.Span;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** One use of a module, with its own variables: what the names in its files mean. */
final class ModuleInstance implements Scope {
    private final Run run;
    private final Module source;
    private final Standing standing;
    private final Arguments arguments;
    private final Resources resources;
    private final Calls calls;

    ModuleInstance(Run run, Module source, Standing standing, Arguments arguments) {
        this.run = run;
        this.source = source;
        this.standing = standing;
        this.arguments = arguments;
        this.resources = new Resources(run, this);
        this.calls = new Calls(run, this);
    }

    @Override
    public String module() {
        return standing.address();
    }

    Module source() {
        return source;
    }

    /** The block that calls it; none for the root. */
    Optional<Body.Block> call() {
        return arguments.block();
    }

    Standing standing() {
        return standing;
    }

    Resources resources() {
        return resources;
    }

    Calls calls() {
        return calls;
    }

    @Override
    public Optional<Resolved> resolve(String root, List<String> attributes, Span at) {
        if (attributes.isEmpty()) {
            return Optional.empty();
        }
        String name = attributes.getFirst();
        return switch (root) {
            case "var" -> one(through(variable(name, at), "var." + name, at));
            case "local" -> one(through(local(name, at), "local." + name, at));
            case "module" -> Optional.of(calls.resolve(name, attributes, at));
            case "path" -> one(path(name, at));
            case "terraform" -> one(terraform(name, at));
            case "each", "count", "self" -> one(failed(root + "." + name, "there is no %s here", at));
            case "data" ->
                attributes.size() < 2 ? Optional.empty() : resources.resolve("data." + name, attributes, 1, at);
            default -> resources.resolve(root, attributes, 0, at);
        };
    }

    private static Optional<Resolved> one(Value value) {
        return Optional.of(new Resolved(value, 1));
    }

    /** The value, with a note that it came through a name; the names in a stand-in are nobody's. */
    Value through(Value value, String name, Span at) {
        return source.standIn() ? value : TakenOut.behind(value, List.of(new Origin.Hop(standing.address(name), at)));
    }

    /** Where a block of this instance can be looked at. */
    Place place(Body.Block block) {
        return source.standIn() ? standing.call() : new Place.InFile(block.header());
    }

    private Value variable(String name, Span at) {
        return source.block("var." + name)
                .map(block -> once(
                        "var." + name, block.header(), () -> new Variable(run, this, name, block).value(arguments)))
                .or(() -> arguments.undeclared(name))
                .orElseGet(() -> undeclared("var." + name, at));
    }

    private Value local(String name, Span at) {
        return Optional.ofNullable(source.locals().get(name))
                .map(local -> once("local." + name, local.nameSpan(), () -> run.evaluate(local.value(), this)))
                .orElseGet(() -> failed("local." + name, "there is no %s", at));
    }

    private Value path(String name, Span at) {
        return switch (name) {
            case "module" -> Run.text(shownDirectory(), at);
            case "root" -> Run.text(".", at);
            case "cwd" -> Run.text(run.workspace().absolute(Path.of("")).toString(), at);
            default -> failed("path." + name, "there is no %s", at);
        };
    }

    private String shownDirectory() {
        String path = source.directory().toString().replace('\\', '/');
        return path.isEmpty() ? "." : path;
    }

    private Value terraform(String name, Span at) {
        return name.equals("workspace")
                ? Run.text(run.terraformWorkspace(), at)
                : failed("terraform." + name, "there is no %s", at);
    }

    /** Works out a named value of this instance when it is first asked for. */
    Value once(String name, Span at, Supplier<Value> work) {
        return run.memo().get(new Memo.Key(standing.address(), name), work, new Circle(run, this, name, at));
    }

    /** Something that Terraform would refuse; {@code reason} speaks of the name. */
    Value failed(String name, String reason, Span at) {
        return unknown(name, new Cause(Cause.Kind.FAILED, reason.formatted("`" + name + "`"), at), at);
    }

    /** Something used and declared nowhere: a tool may generate the declaration, so it is not taken for a failure. */
    Value undeclared(String name, Span at) {
        String reason = "depends on `%s`, which is declared nowhere".formatted(name);
        return unknown(name, new Cause(Cause.Kind.NOT_GIVEN, reason, at), at);
    }

    Value.Unknown unknown(String name, Cause cause, Span at) {
        return new Value.Unknown(new Symbol(module(), "", name), new Type.Any(), cause, Origin.at(at));
    }

    /** What is not known of an object: {@code path} is what is asked of it. */
    Value.Unknown reference(String object, String path, Cause cause, Span at) {
        return new Value.Unknown(new Symbol(module(), object, path), new Type.Any(), cause, Origin.at(at));
    }
}
