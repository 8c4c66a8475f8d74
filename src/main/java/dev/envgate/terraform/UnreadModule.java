package dev.envgate.terraform;

import dev.envgate.hcl.Body;
import dev.envgate.hcl.Origin;
import dev.envgate.hcl.Scope;
import dev.envgate.hcl.TakenOut;
import dev.envgate.hcl.Value;
import dev.envgate.hcl.Value.Guard;
import dev.envgate.ledger.ContainerDefinition;
import dev.envgate.ledger.Gap;
import dev.envgate.ledger.Place;
import dev.envgate.ledger.Presence;
import dev.envgate.ledger.RoleReference;
import dev.envgate.ledger.Symbolic;
import dev.envgate.ledger.TaskDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A module that is neither on disk nor known otherwise. Its arguments are: names that are passed in under the usual words are told, and
 * that the module itself was not read stands beside them.
 */
final class UnreadModule {
    private static final List<String> ENVIRONMENT = List.of(
            "environment",
            "environment_variables",
            "env_vars",
            "map_environment",
            "container_environment",
            "task_environment",
            "task_container_environment");
    private static final List<String> SECRETS = List.of(
            "secrets",
            "map_secrets",
            "container_secrets",
            "task_secrets",
            "task_container_secrets",
            "secret_environment");

    private final Run run;
    private final ModuleInstance caller;
    private final String name;
    private final Body.Block call;
    private final Gap gap;

    /** @param why why it was not read */
    UnreadModule(Run run, ModuleInstance caller, Body.Block call, String why) {
        this.run = run;
        this.caller = caller;
        this.name = call.labels().getFirst().text();
        this.call = call;
        this.gap = new Gap(why, new Place.InFile(call.header()));
    }

    /** What its arguments say of task definitions; none when they say nothing. */
    List<TaskDefinition> definitions() {
        return Repetition.of(call.body(), caller, run).stream()
                .flatMap(round -> definition(round).stream())
                .toList();
    }

    private Optional<TaskDefinition> definition(Round round) {
        Scope scope = caller.resources().scope(round);
        Guard guard = caller.standing().guard().and(round.guard());
        Containers containers = new Containers(new BlockFollow(run), guard);
        written(scope).ifPresent(containers::read);
        if (containers.definitions().isEmpty()) {
            flat(scope).ifPresent(containers::read);
        }
        return containers.definitions().isEmpty()
                ? Optional.empty()
                : Optional.of(definition(round, containers.definitions()));
    }

    private TaskDefinition definition(Round round, List<ContainerDefinition> containers) {
        String address = caller.standing().address("module." + name + round.key());
        Presence presence = TaskDefinitions.presence(caller, new Place.InFile(call.header()), round);
        Symbolic family = new Symbolic(List.of(new Symbolic.Part.Hole("module." + name)));
        List<ContainerDefinition> open = containers.stream().map(this::open).toList();
        RoleReference role = new RoleReference.Unclear(gap.why(), gap.place());
        return new TaskDefinition(address, family, presence, role, role, open, List.of(), List.of(gap));
    }

    /** The module may add names of its own. */
    private ContainerDefinition open(ContainerDefinition container) {
        List<Gap> gaps = new ArrayList<>(container.gaps());
        gaps.add(gap);
        return new ContainerDefinition(
                container.name(),
                container.place(),
                container.entries(),
                container.environmentFiles(),
                container.credentials(),
                container.malformed(),
                gaps);
    }

    /** Whole containers: a list, JSON, or an object with a container for each name. */
    private Optional<Value> written(Scope scope) {
        return argument("container_definitions", scope)
                .map(value -> value instanceof Value.Dict mapping ? list(mapping) : value)
                .or(() -> argument("container_definition", scope)
                        .map(value -> Value.Seq.of(Value.Seq.Shape.TUPLE, List.of(value), value.origin())));
    }

    private static Value list(Value.Dict mapping) {
        List<Value.Element> elements = new ArrayList<>();
        for (Value.Pair pair : TakenOut.pairs(mapping)) {
            elements.add(
                    switch (pair) {
                        case Value.Pair.One(Value.Str key, Value container, Guard guard) ->
                            new Value.Element.One(named(key, container), guard);
                        case Value.Pair.Rest(Value.Unknown why, Guard guard) -> new Value.Element.Rest(why, guard);
                    });
        }
        return new Value.Seq(Value.Seq.Shape.TUPLE, elements, mapping.origin());
    }

    /** A container that says no name has that of its key. */
    private static Value named(Value.Str key, Value container) {
        if (!(container instanceof Value.Dict mapping) || Fields.of(mapping).has("name")) {
            return container;
        }
        List<Value.Pair> pairs = new ArrayList<>(mapping.pairs());
        pairs.add(pair("name", key));
        return new Value.Dict(true, pairs, mapping.origin());
    }

    /** One container whose lists are arguments of the module. */
    private Optional<Value> flat(Scope scope) {
        List<Value.Element> environment = entries(ENVIRONMENT, "value", scope);
        List<Value.Element> secrets = entries(SECRETS, "valueFrom", scope);
        if (environment.isEmpty() && secrets.isEmpty()) {
            return Optional.empty();
        }
        Origin origin = Origin.at(call.header());
        Value container = argument("container_name", scope)
                .or(() -> argument("name", scope))
                .orElseGet(() -> Run.text(name, call.header()));
        List<Value.Pair> pairs = List.of(
                pair("name", container),
                pair("environment", new Value.Seq(Value.Seq.Shape.TUPLE, environment, origin)),
                pair("secrets", new Value.Seq(Value.Seq.Shape.TUPLE, secrets, origin)));
        return Optional.of(Value.Seq.of(Value.Seq.Shape.TUPLE, List.of(new Value.Dict(true, pairs, origin)), origin));
    }

    private static Value.Pair pair(String key, Value value) {
        return new Value.Pair.One(Value.Str.of(key, value.origin()), value, Guard.ALWAYS);
    }

    private List<Value.Element> entries(List<String> arguments, String member, Scope scope) {
        return arguments.stream()
                .flatMap(argument -> argument(argument, scope).stream())
                .flatMap(value -> Case.of(value, Guard.ALWAYS).stream())
                .flatMap(one -> entries(one, member))
                .toList();
    }

    /** A list of entries, or an object with a value for each name. Text is something else, such as the name of a stage. */
    private static Stream<Value.Element> entries(Case one, String member) {
        if (one.value() instanceof Value.Seq sequence) {
            return TakenOut.elements(sequence).stream().map(element -> spelled(element, one.guard()));
        }
        return one.value() instanceof Value.Dict mapping
                ? TakenOut.pairs(mapping).stream().map(pair -> entry(pair, member, one.guard()))
                : Stream.empty();
    }

    private static Value.Element entry(Value.Pair pair, String member, Guard guard) {
        return switch (pair) {
            case Value.Pair.One(Value.Str key, Value value, Guard own) ->
                new Value.Element.One(
                        new Value.Dict(true, List.of(pair("name", key), pair(member, value)), value.origin()),
                        guard.and(own));
            case Value.Pair.Rest(Value.Unknown why, Guard own) -> new Value.Element.Rest(why, guard.and(own));
        };
    }

    /** Many modules spell it {@code value_from}. */
    private static Value.Element spelled(Value.Element element, Guard guard) {
        return switch (element) {
            case Value.Element.One(Value.Dict mapping, Guard own) ->
                new Value.Element.One(
                        new Value.Dict(
                                true,
                                mapping.pairs().stream()
                                        .map(UnreadModule::spelled)
                                        .toList(),
                                mapping.origin()),
                        guard.and(own));
            case Value.Element.One(Value value, Guard own) -> new Value.Element.One(value, guard.and(own));
            case Value.Element.Rest(Value.Unknown why, Guard own) -> new Value.Element.Rest(why, guard.and(own));
        };
    }

    private static Value.Pair spelled(Value.Pair pair) {
        return pair instanceof Value.Pair.One(Value.Str key, Value value, Guard guard)
                        && key.known()
                        && key.text().equals("value_from")
                ? new Value.Pair.One(Value.Str.of("valueFrom", key.origin()), value, guard)
                : pair;
    }

    private Optional<Value> argument(String argument, Scope scope) {
        return call.body()
                .attribute(argument)
                .map(written -> run.evaluate(written.value(), scope))
                .filter(value -> !(value instanceof Value.Null));
    }
}
