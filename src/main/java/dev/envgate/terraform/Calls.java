package dev.envgate.terraform;

import dev.envgate.hcl.Body;
import dev.envgate.hcl.Cause;
import dev.envgate.hcl.Origin;
import dev.envgate.hcl.Scope.Resolved;
import dev.envgate.hcl.Value;
import dev.envgate.ledger.Place;
import dev.envgate.text.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The calls of other modules that stand in a module instance. */
final class Calls {
    /** How deep modules may call modules; real roots stay below ten. */
    private static final int DEEPEST = 30;

    /** How many instances all modules together may have; the largest real roots have some hundreds. */
    private static final int MOST = 10_000;

    private final Run run;
    private final ModuleInstance caller;
    private final Map<String, Children> children = new HashMap<>();

    Calls(Run run, ModuleInstance caller) {
        this.run = run;
        this.caller = caller;
    }

    /** What {@code module.name} stands for. */
    Resolved resolve(String name, List<String> attributes, Span at) {
        return caller.source()
                .block("module." + name)
                .map(call -> resolve(name, of(name, call), attributes, at))
                .orElseGet(() -> new Resolved(caller.undeclared("module." + name, at), 1));
    }

    private Resolved resolve(String name, Children called, List<String> attributes, Span at) {
        return switch (called) {
            case Children.NotRead(String why, Span call) ->
                new Resolved(caller.reference("module." + name, "", new Cause(Cause.Kind.NOT_READ, why, call), at), 1);
            case Children.Read(Repetition.Kind kind, List<Children.Child> all)
            when kind == Repetition.Kind.NONE && attributes.size() > 1 ->
                new Resolved(output(all.getFirst().instance(), "module." + name, attributes.get(1), at), 2);
            case Children.Read read -> new Resolved(whole(read, name, at), 1);
        };
    }

    private Value output(ModuleInstance child, String call, String name, Span at) {
        String hop = call + "." + name;
        return child.source()
                .block("output." + name)
                .map(block -> caller.through(shown(child, output(child, name, block)), hop, at))
                .orElseGet(() -> missing(child, call, name, at));
    }

    /** A text that a stand-in puts together is written nowhere but where the module is called. */
    private static Value shown(ModuleInstance child, Value output) {
        return child.source().standIn()
                        && output instanceof Value.Str text
                        && child.standing().call() instanceof Place.InFile(Span call)
                ? text.writtenAt(call)
                : output;
    }

    /** A stand-in has only the outputs that lead to containers. */
    private Value missing(ModuleInstance child, String call, String name, Span at) {
        String reason = "`%s` is not on disk; run `terraform init` first".formatted(call);
        return child.source().standIn()
                ? caller.reference(call, "." + name, new Cause(Cause.Kind.NOT_READ, reason, at), at)
                : caller.failed(call + "." + name, "there is no %s", at);
    }

    private Value output(ModuleInstance child, String name, Body.Block block) {
        return child.once(
                "output." + name,
                block.header(),
                () -> block.body()
                        .attribute("value")
                        .map(value -> Variable.marked(run.evaluate(value.value(), child), block.body()))
                        .orElseGet(() -> child.failed("output." + name, "%s has no value", block.header())));
    }

    /** All outputs of all instances. Only some of them may be wanted, so a cycle through another is no fault. */
    private Value whole(Children.Read read, String name, Span at) {
        Cause cause = new Cause(Cause.Kind.COMPUTED, "depends on which instances `module." + name + "` has", at);
        Instances instances = new Instances(at, caller.reference("module." + name, "", cause, at));
        return run.memo().tentatively(() -> instances.value(read.kind(), outputs(read.instances(), name, at)));
    }

    private List<Instances.One> outputs(List<Children.Child> all, String name, Span at) {
        List<Instances.One> values = new ArrayList<>();
        for (Children.Child child : all) {
            values.add(new Instances.One(
                    child.round(),
                    outputs(child, "module." + name + child.round().key(), at)));
        }
        return values;
    }

    private Value outputs(Children.Child child, String call, Span at) {
        List<Value.Pair> pairs = new ArrayList<>();
        child.instance().source().all("output").forEach(address -> {
            String name = address.substring(address.indexOf('.') + 1);
            Value value = output(child.instance(), call, name, at);
            pairs.add(new Value.Pair.One(Run.text(name, at), value, Value.Guard.ALWAYS));
        });
        return new Value.Dict(true, pairs, Origin.at(at));
    }

    /** The instances of the module that a call leads to. */
    Children of(String name, Body.Block call) {
        Children known = children.get(name);
        if (known == null) {
            known = find(name, call);
            children.put(name, known);
        }
        return known;
    }

    private Children find(String name, Body.Block call) {
        return switch (run.modules().called(caller.source(), caller.standing().calls(), call)) {
            case ModuleLoader.Loaded.NotRead(String why) -> new Children.NotRead(why, call.header());
            case ModuleLoader.Loaded.Found(Module module) ->
                refusal(name, module)
                        .<Children>map(why -> new Children.NotRead(why, call.header()))
                        .orElseGet(() -> instances(name, call, module));
        };
    }

    /** Why a module that was found is not gone into. */
    private Optional<String> refusal(String name, Module module) {
        if (caller.standing().above().contains(module.directory())) {
            return Optional.of("`module.%s` calls itself".formatted(name));
        }
        return caller.standing().above().size() > DEEPEST || run.instances().size() >= MOST
                ? Optional.of("there are more modules than are read, `module.%s` among them".formatted(name))
                : Optional.empty();
    }

    private Children instances(String name, Body.Block call, Module module) {
        List<Children.Child> all = new ArrayList<>();
        for (Round round : Repetition.of(call.body(), caller, run)) {
            ModuleInstance child = instance(name, call, module, round);
            run.register(child);
            all.add(new Children.Child(round, child));
        }
        return new Children.Read(Repetition.kind(call.body()), all);
    }

    private ModuleInstance instance(String name, Body.Block call, Module module, Round round) {
        Arguments arguments = new Arguments.OfCall(run, call, new RoundScope(caller, round));
        Standing standing = caller.standing().child(name, module.directory(), caller.place(call), round);
        return new ModuleInstance(run, module, standing, arguments);
    }

    /** An instance that the call does not make, and that nothing can refer to. */
    ModuleInstance nobody(String name, Body.Block call, Module module) {
        return instance(name, call, module, Repetition.none(call, caller));
    }
}
