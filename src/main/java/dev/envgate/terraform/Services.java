package dev.envgate.terraform;

import dev.envgate.hcl.Body;
import dev.envgate.hcl.Value;
import dev.envgate.hcl.Value.Guard;
import dev.envgate.hcl.Value.Piece;
import dev.envgate.ledger.Platform;
import dev.envgate.ledger.ServiceDefinition;
import dev.envgate.ledger.Symbolic;
import dev.envgate.ledger.TaskDefinition;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Reads {@code aws_ecs_service} blocks: which service runs which task definition in which cluster. */
final class Services {
    static final String TYPE = "aws_ecs_service";

    static final Symbolic DEFAULT_CLUSTER = Symbolic.of("default");

    private final Run run;
    private final List<TaskDefinition> definitions;

    /** @param definitions all task definitions of the root */
    Services(Run run, List<TaskDefinition> definitions) {
        this.run = run;
        this.definitions = List.copyOf(definitions);
    }

    ServiceDefinition read(ModuleInstance instance, String address, Body.Block block, Round round) {
        Resources resources = instance.resources();
        return new ServiceDefinition(
                instance.standing().address(address + round.key()),
                text(resources, block, round, "name"),
                resources.written(block, round, "cluster").map(this::cluster).orElse(DEFAULT_CLUSTER),
                resources
                        .written(block, round, "task_definition")
                        .map(this::running)
                        .orElse(List.of()),
                TaskDefinitions.presence(instance, block, round),
                new Platform(
                        text(resources, block, round, "launch_type"),
                        Symbolic.of(""),
                        text(resources, block, round, "platform_version")),
                controller(resources.written(block, round, "deployment_controller")),
                Lifecycle.ignored(instance, block, "task_definition"));
    }

    /** The type in the blocks {@code deployment_controller}; empty where there are none. */
    static Symbolic controller(Optional<Value> written) {
        return written.stream()
                .flatMap(blocks -> blocks instanceof Value.Seq sequence ? sequence.elements().stream() : Stream.of())
                .flatMap(each -> each instanceof Value.Element.One(Value one, Guard guard)
                        ? Fields.of(one).cases("type", guard).stream()
                        : Stream.of())
                .map(each -> Reason.symbolic(each.value()))
                .findFirst()
                .orElseGet(() -> Symbolic.of(""));
    }

    private static Symbolic text(Resources resources, Body.Block block, Round round, String attribute) {
        return resources.written(block, round, attribute).map(Reason::symbolic).orElseGet(() -> Symbolic.of(""));
    }

    /** The name of the cluster, through the block that a reference points to. */
    private Symbolic cluster(Value cluster) {
        Optional<Pointed> pointed = references(cluster)
                .flatMap(unknown -> Pointed.to(unknown.symbol(), run).stream())
                .findFirst();
        Optional<Value> name = pointed.flatMap(block -> switch (block.type()) {
            case "aws_ecs_cluster" -> block.written(block.isData() ? "cluster_name" : "name");
            case "aws_ecs_cluster_capacity_providers" -> block.written("cluster_name");
            default -> Optional.empty();
        });
        return name.map(Reason::symbolic).orElseGet(() -> afterSlash(Reason.symbolic(cluster)));
    }

    /** {@code arn:…:cluster/name} means the name. */
    static Symbolic afterSlash(Symbolic text) {
        String shown = text.toString();
        int slash = shown.indexOf(":cluster/");
        return text.known() && slash >= 0 ? Symbolic.of(shown.substring(slash + ":cluster/".length())) : text;
    }

    /** The references in a value, in whatever case they stand. */
    private static Stream<Value.Unknown> references(Value value) {
        return switch (value) {
            case Value.Unknown unknown -> unknown.symbol().reference() ? Stream.of(unknown) : Stream.empty();
            case Value.Choice choice ->
                Stream.of(choice.whenTrue(), choice.whenFalse()).flatMap(Services::references);
            case Value.Str text -> text.pieces().stream().flatMap(Services::references);
            case Value.Null _, Value.Bool _, Value.Num _, Value.Seq _, Value.Dict _ -> Stream.empty();
        };
    }

    private static Stream<Value.Unknown> references(Piece piece) {
        return switch (piece) {
            case Piece.Hole(Value value) -> references(value);
            case Piece.Known _, Piece.Encoded _ -> Stream.empty();
        };
    }

    /** The addresses of the task definitions that a {@code task_definition} may mean. */
    private List<String> running(Value value) {
        Set<String> addresses = new LinkedHashSet<>();
        Case.of(value, Guard.ALWAYS).forEach(one -> addresses.addAll(addresses(one.value())));
        return List.copyOf(addresses);
    }

    private List<String> addresses(Value value) {
        return references(value)
                .flatMap(unknown -> Pointed.to(unknown.symbol(), run).stream())
                .filter(pointed -> pointed.type().equals(TaskDefinitions.TYPE))
                .findFirst()
                .map(this::behind)
                .orElseGet(() -> ofFamily(family(Reason.symbolic(value))));
    }

    private List<String> behind(Pointed pointed) {
        return pointed.isData()
                ? pointed.written("task_definition").map(this::running).orElse(List.of())
                : atAddress(pointed);
    }

    /** The instance itself, or all instances of its block where the key is not known. */
    private List<String> atAddress(Pointed pointed) {
        String whole = pointed.instance().standing().address(pointed.address());
        List<String> exact = addresses(address -> address.equals(pointed.full()));
        return exact.isEmpty() ? addresses(address -> address.startsWith(whole + "[")) : exact;
    }

    private List<String> addresses(Predicate<String> wanted) {
        return definitions.stream().map(TaskDefinition::address).filter(wanted).toList();
    }

    private List<String> ofFamily(Symbolic family) {
        return definitions.stream()
                .filter(definition ->
                        !family.parts().isEmpty() && definition.family().equals(family))
                .map(TaskDefinition::address)
                .toList();
    }

    /** {@code arn:…:task-definition/family:7}, {@code family:7} and {@code family:${…}} mean the family. */
    static Symbolic family(Symbolic text) {
        List<Symbolic.Part> parts = text.parts();
        if (parts.size() > 1
                && parts.getLast() instanceof Symbolic.Part.Hole
                && parts.get(parts.size() - 2) instanceof Symbolic.Part.Known(String before)
                && before.endsWith(":")) {
            return join(parts.subList(0, parts.size() - 2), before.substring(0, before.length() - 1));
        }
        return text.known() ? Symbolic.of(ofArn(text.toString()).split(":", 2)[0]) : text;
    }

    private static String ofArn(String text) {
        return text.substring(text.lastIndexOf('/') + 1);
    }

    private static Symbolic join(List<Symbolic.Part> parts, String last) {
        List<Symbolic.Part> all = new ArrayList<>(parts);
        if (!last.isEmpty()) {
            all.add(new Symbolic.Part.Known(last));
        }
        return new Symbolic(all);
    }
}
