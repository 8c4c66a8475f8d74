package dev.envgate.terraform;

import dev.envgate.hcl.Body;
import dev.envgate.hcl.Origin;
import dev.envgate.hcl.Scope;
import dev.envgate.hcl.TakenOut;
import dev.envgate.hcl.Type;
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
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A module that is neither on disk nor known otherwise. Its arguments are: names that are passed in under the usual words are told, and
 * that the module itself was not read stands beside them.
 */
final class UnreadModule {
    private static final Value.Seq.Shape TUPLE = Value.Seq.Shape.TUPLE;

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
                .flatMap(round -> Stream.concat(definition(round).stream(), nested(round)))
                .toList();
    }

    /** {@code services = { web = { container_definitions = … } }} is a task definition for each. */
    private Stream<TaskDefinition> nested(Round round) {
        return arguments(UnreadModules::isNest, caller.resources().scope(round)).stream()
                .flatMap(nest -> Case.of(nest, Guard.ALWAYS).stream())
                .flatMap(nest -> services(round.when(nest.guard()), nest.value()));
    }

    private Stream<TaskDefinition> services(Round round, Value nest) {
        return Fields.of(nest)
                .names()
                .distinct()
                .flatMap(key -> Fields.of(nest).cases(key, Guard.ALWAYS).stream()
                        .flatMap(one -> service(round.when(one.guard()), key, Fields.of(one.value()))));
    }

    private Stream<TaskDefinition> service(Round round, String key, Fields service) {
        Containers containers = containers(round);
        service.names()
                .filter(UnreadModules::isContainers)
                .distinct()
                .flatMap(argument -> service.value(argument).stream())
                .forEach(each -> containers.read(written(each)));
        return containers.definitions().isEmpty()
                ? Stream.empty()
                : Stream.of(definition(round, "[\"" + key + "\"]", containers.definitions()));
    }

    private Containers containers(Round round) {
        Guard guard = caller.standing().guard().and(round.guard());
        return new Containers(new BlockFollow(run, caller.resources().home(call, round)), guard);
    }

    private Optional<TaskDefinition> definition(Round round) {
        Scope scope = caller.resources().scope(round);
        Containers containers = containers(round);
        arguments(UnreadModules::isContainers, scope).forEach(each -> containers.read(written(each)));
        if (containers.definitions().isEmpty()) {
            flat(scope).ifPresent(containers::read);
        }
        return containers.definitions().isEmpty()
                ? Optional.empty()
                : Optional.of(definition(round, "", containers.definitions()));
    }

    private TaskDefinition definition(Round round, String key, List<ContainerDefinition> containers) {
        String address = caller.standing().address("module." + name + round.key() + key);
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
                        gaps)
                .from(container.from());
    }

    /** Whole containers: a list, JSON, one object, or an object with a container for each name. */
    private static Value written(Value value) {
        return switch (value) {
            case Value.Seq sequence -> list(sequence);
            case Value.Dict mapping
            when isContainer(mapping) -> list(Value.Seq.of(TUPLE, List.of(mapping), mapping.origin()));
            case Value.Dict mapping -> list(mapping);
            case Value.Choice choice ->
                new Value.Choice(
                        choice.condition(), written(choice.whenTrue()), written(choice.whenFalse()), choice.origin());
            case Value other -> other;
        };
    }

    private static boolean isContainer(Value.Dict mapping) {
        Fields fields = Fields.of(mapping);
        return fields.has("image") || fields.has("name");
    }

    private static Value list(Value.Seq sequence) {
        List<Value.Element> elements = TakenOut.elements(sequence).stream()
                .<Value.Element>map(element -> switch (element) {
                    case Value.Element.One(Value container, Guard guard) ->
                        new Value.Element.One(spelled(container), guard);
                    case Value.Element.Rest rest -> rest;
                })
                .toList();
        return new Value.Seq(sequence.shape(), elements, sequence.origin());
    }

    private static Value list(Value.Dict mapping) {
        List<Value.Element> elements = new ArrayList<>();
        for (Value.Pair pair : TakenOut.pairs(mapping)) {
            elements.add(
                    switch (pair) {
                        case Value.Pair.One(Value.Str key, Value container, Guard guard) ->
                            new Value.Element.One(spelled(named(key, container)), guard);
                        case Value.Pair.Rest(Value.Unknown why, Guard guard) -> new Value.Element.Rest(why, guard);
                    });
        }
        return new Value.Seq(TUPLE, elements, mapping.origin());
    }

    /** A container that says no name has that of its key. */
    private static Value named(Value.Str key, Value container) {
        if (!(container instanceof Value.Dict mapping)
                || Fields.of(mapping).member("name").isPresent()) {
            return container;
        }
        List<Value.Pair> pairs = new ArrayList<>(mapping.pairs());
        pairs.add(pair("name", key));
        return new Value.Dict(true, pairs, mapping.origin());
    }

    /** A container that says it in other words than ECS. */
    private static Value spelled(Value container) {
        if (!(container instanceof Value.Dict mapping)) {
            return container;
        }
        List<Value.Pair> pairs = new ArrayList<>(TakenOut.pairs(mapping).stream()
                .filter(pair -> !isMember(pair, UnreadModules::isEnvironment))
                .filter(pair -> !isMember(pair, UnreadModules::isSecrets))
                .toList());
        pairs.add(pair("environment", members(mapping, UnreadModules::isEnvironment, "value")));
        pairs.add(pair("secrets", members(mapping, UnreadModules::isSecrets, "valueFrom")));
        return new Value.Dict(true, pairs, mapping.origin());
    }

    private static Value members(Value.Dict mapping, Predicate<String> wanted, String member) {
        List<Value.Element> elements = TakenOut.pairs(mapping).stream()
                .filter(pair -> isMember(pair, wanted))
                .map(pair -> (Value.Pair.One) pair)
                .flatMap(one -> Case.of(one.value(), one.guard()).stream())
                .flatMap(one -> entries(one, member))
                .toList();
        return new Value.Seq(TUPLE, elements, mapping.origin());
    }

    private static boolean isMember(Value.Pair pair, Predicate<String> wanted) {
        return pair instanceof Value.Pair.One one
                && one.key().known()
                && wanted.test(one.key().text());
    }

    /** One container whose lists are arguments of the module. */
    private Optional<Value> flat(Scope scope) {
        Origin origin = Origin.at(call.header());
        Value.Seq environment = entries(arguments(UnreadModules::isEnvironment, scope), "value", origin);
        Value.Seq secrets = entries(arguments(UnreadModules::isSecrets, scope), "valueFrom", origin);
        if (environment.elements().isEmpty() && secrets.elements().isEmpty()) {
            return Optional.empty();
        }
        Value container = argument("container_name", scope)
                .or(() -> argument("name", scope))
                .orElseGet(() -> Run.text(name, call.header()));
        List<Value.Pair> pairs =
                List.of(pair("name", container), pair("environment", environment), pair("secrets", secrets));
        return Optional.of(Value.Seq.of(TUPLE, List.of(new Value.Dict(true, pairs, origin)), origin));
    }

    private static Value.Pair pair(String key, Value value) {
        return new Value.Pair.One(Value.Str.of(key, value.origin()), value, Guard.ALWAYS);
    }

    private static Value.Seq entries(List<Value> values, String member, Origin origin) {
        List<Value.Element> elements = values.stream()
                .flatMap(value -> Case.of(value, Guard.ALWAYS).stream())
                .filter(one -> !(one.value() instanceof Value.Unknown unknown) || isCollection(unknown.type()))
                .flatMap(one -> entries(one, member))
                .toList();
        return new Value.Seq(TUPLE, elements, origin);
    }

    private static boolean isCollection(Type type) {
        return switch (type) {
            case Type.Any _, Type.Str _, Type.Num _, Type.Bool _ -> false;
            case Type.ListOf _, Type.SetOf _, Type.MapOf _, Type.TupleOf _, Type.ObjectOf _ -> true;
        };
    }

    /** A list of entries, or an object with a value for each name. Text is something else, such as the name of a stage. */
    private static Stream<Value.Element> entries(Case one, String member) {
        return switch (one.value()) {
            case Value.Seq sequence -> TakenOut.elements(sequence).stream().map(element -> entry(element, one.guard()));
            case Value.Dict mapping -> TakenOut.pairs(mapping).stream().map(pair -> entry(pair, member, one.guard()));
            case Value.Unknown unknown -> Stream.of(new Value.Element.Rest(unknown, one.guard()));
            case Value.Null _, Value.Bool _, Value.Num _, Value.Str _, Value.Choice _ -> Stream.empty();
        };
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
    private static Value.Element entry(Value.Element element, Guard guard) {
        return switch (element) {
            case Value.Element.One(Value.Dict mapping, Guard own) ->
                new Value.Element.One(
                        new Value.Dict(
                                true,
                                mapping.pairs().stream()
                                        .map(UnreadModule::member)
                                        .toList(),
                                mapping.origin()),
                        guard.and(own));
            case Value.Element.One(Value value, Guard own) -> new Value.Element.One(value, guard.and(own));
            case Value.Element.Rest(Value.Unknown why, Guard own) -> new Value.Element.Rest(why, guard.and(own));
        };
    }

    private static Value.Pair member(Value.Pair pair) {
        return pair instanceof Value.Pair.One(Value.Str key, Value value, Guard guard)
                        && key.known()
                        && key.text().equals("value_from")
                ? new Value.Pair.One(Value.Str.of("valueFrom", key.origin()), value, guard)
                : pair;
    }

    private List<Value> arguments(Predicate<String> wanted, Scope scope) {
        return call.body().attributes().stream()
                .map(Body.Attribute::name)
                .filter(wanted)
                .flatMap(argument -> argument(argument, scope).stream())
                .toList();
    }

    private Optional<Value> argument(String argument, Scope scope) {
        return call.body()
                .attribute(argument)
                .map(written -> run.evaluate(written.value(), scope))
                .filter(value -> !(value instanceof Value.Null));
    }
}
