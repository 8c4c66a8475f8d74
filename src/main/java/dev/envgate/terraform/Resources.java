package dev.envgate.terraform;

import dev.envgate.hcl.Body;
import dev.envgate.hcl.Cause;
import dev.envgate.hcl.Origin;
import dev.envgate.hcl.Scope;
import dev.envgate.hcl.Scope.Resolved;
import dev.envgate.hcl.Value;
import dev.envgate.ledger.Agreement;
import dev.envgate.text.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The resources and data sources of a module instance as values: what their own blocks say is known, all else is known only after apply
 * and stays a reference to them.
 */
final class Resources {
    private static final Set<String> META =
            Set.of("count", "for_each", "provider", "depends_on", "lifecycle", "provisioner", "connection");

    private final Run run;
    private final ModuleInstance instance;
    private final Map<String, List<Round>> rounds = new HashMap<>();

    Resources(Run run, ModuleInstance instance) {
        this.run = run;
        this.instance = instance;
    }

    /**
     * What a traversal that begins with a resource stands for.
     *
     * @param attributes all names of the traversal after its root, the first {@code used} of which belong to {@code type}
     */
    Optional<Resolved> resolve(String type, List<String> attributes, int used, Span at) {
        String address = type + "." + attributes.get(used);
        Optional<Body.Block> block = instance.source().block(address);
        if (block.isEmpty()) {
            boolean looksLikeOne = used > 0 || type.contains("_");
            return looksLikeOne
                    ? Optional.of(new Resolved(instance.undeclared(address, at), used + 1))
                    : Optional.empty();
        }
        boolean plain = Repetition.kind(block.get().body()) == Repetition.Kind.NONE && attributes.size() > used + 1;
        return Optional.of(
                plain
                        ? new Resolved(attribute(address, block.get(), attributes.get(used + 1), at), used + 2)
                        : new Resolved(whole(address, block.get(), at), used + 1));
    }

    private Value attribute(String address, Body.Block block, String name, Span at) {
        Value value = attribute(address, block, Round.only(), name);
        return value instanceof Value.Unknown ? value : instance.through(value, address + "." + name, at);
    }

    /** The instances of a resource. */
    List<Round> rounds(String address, Body.Block block) {
        List<Round> known = rounds.get(address);
        if (known == null) {
            known = Repetition.of(block.body(), instance, run);
            rounds.put(address, known);
        }
        return known;
    }

    /** What an expression in the block of an instance means. */
    Scope scope(Round round) {
        return round.names().isEmpty() ? instance : new RoundScope(instance, round);
    }

    /** Where the provider of an instance makes it. */
    Home home(Body.Block block, Round round) {
        return new Providers(run).of(instance, block, round);
    }

    /** One attribute of one instance. */
    Value attribute(String address, Body.Block block, Round round, String name) {
        return instance.once(
                address + round.key() + "." + name,
                block.header(),
                () -> DataSources.answer(run, this, block, round, name)
                        .or(() -> settled(address, block, round, name))
                        .orElseGet(() -> computed(address, block, round, "." + name)));
    }

    /** What the block itself says; null leaves it to the provider. */
    Optional<Value> written(Body.Block block, Round round, String name) {
        return META.contains(name)
                ? Optional.empty()
                : block.body()
                        .attribute(name)
                        .map(attribute -> run.evaluate(attribute.value(), scope(round)))
                        .or(() -> nested(block, round, name))
                        .filter(value -> !(value instanceof Value.Null));
    }

    /**
     * What the block says, and where that is not known to the last letter, what the state has that fits. The files win: a state that
     * knows the instance by another name is of something else, and what a block names itself is found by that name.
     */
    Optional<Value> settled(String address, Body.Block block, Round round, String name) {
        Optional<Value> written = written(block, round, name);
        if (META.contains(name) || written.filter(Value::known).isPresent()) {
            return written;
        }
        String full = instance.standing().address(address + round.key());
        return run.state()
                .attribute(full, name, block.header())
                .filter(kept -> !run.state().disagrees(full, other -> written(block, round, other)))
                .filter(kept -> written.map(value -> fits(value, kept)).orElseGet(() -> !named(block, round)))
                .or(() -> written);
    }

    /** A reference is followed to its own block instead. */
    private static boolean fits(Value written, Value kept) {
        return !References.isReference(written)
                && Reason.text(kept)
                        .filter(text -> Reason.symbolic(written).matches(text) != Agreement.DIFFERENT)
                        .isPresent();
    }

    /** Whether the block itself says which secret, parameter or whatever it is. */
    private boolean named(Body.Block block, Round round) {
        return written(block, round, "name").filter(Value::known).isPresent()
                || block.body().attribute("secret_id").isPresent();
    }

    private Optional<Value> nested(Body.Block block, Round round, String type) {
        return NestedBlocks.has(block.body(), type)
                ? Optional.of(new NestedBlocks(run, new ByProvider(block, round))
                        .read(block.body(), type, scope(round), "." + type, block.header()))
                : Optional.empty();
    }

    /** What the blocks of a resource do not say, the provider may: it is known only after apply. */
    private final class ByProvider implements NestedBlocks.Unsaid {
        private final String address;
        private final Body.Block block;
        private final Round round;

        ByProvider(Body.Block block, Round round) {
            this.address = Declarations.address(block);
            this.block = block;
            this.round = round;
        }

        @Override
        public List<Value.Pair> members(String path) {
            return List.of(new Value.Pair.Rest(computed(address, block, round, path), Value.Guard.ALWAYS));
        }

        @Override
        public Value.Unknown blocks(String path, Value.Unknown why) {
            return instance.reference(address + round.key(), path, why.cause(), block.header());
        }
    }

    private Value.Unknown computed(String address, Body.Block block, Round round, String path) {
        String when = block.type().equals("data")
                ? "which only AWS or another provider knows"
                : "which is known only after apply";
        String reason = "depends on `%s%s`, %s".formatted(address, path, when);
        return instance.reference(
                address + round.key(), path, new Cause(Cause.Kind.COMPUTED, reason, block.header()), block.header());
    }

    /** All instances with all attributes, because the evaluator picks. Only some may be wanted, so a cycle through another is no fault. */
    private Value whole(String address, Body.Block block, Span at) {
        Instances instances = new Instances(at, computed(address, block, Round.only(), ""));
        return run.memo().tentatively(() -> {
            List<Instances.One> all = new ArrayList<>();
            for (Round round : rounds(address, block)) {
                all.add(new Instances.One(round, object(address, block, round)));
            }
            return instances.value(Repetition.kind(block.body()), all);
        });
    }

    private Value object(String address, Body.Block block, Round round) {
        List<Value.Pair> pairs = new ArrayList<>();
        Set<String> names = DataSources.names(block);
        names.addAll(run.state().names(instance.standing().address(address + round.key())));
        for (String name : names) {
            if (!META.contains(name)) {
                Value value = attribute(address, block, round, name);
                pairs.add(new Value.Pair.One(Run.text(name, block.header()), value, Value.Guard.ALWAYS));
            }
        }
        pairs.add(new Value.Pair.Rest(computed(address, block, round, ""), Value.Guard.ALWAYS));
        return new Value.Dict(true, pairs, Origin.at(block.header()));
    }
}
