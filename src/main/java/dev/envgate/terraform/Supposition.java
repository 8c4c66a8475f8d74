package dev.envgate.terraform;

import dev.envgate.ledger.Configuration;
import dev.envgate.ledger.ContainerDefinition;
import dev.envgate.ledger.Entry;
import dev.envgate.ledger.Gap;
import dev.envgate.ledger.LeftOpen;
import dev.envgate.ledger.Name;
import dev.envgate.ledger.Presence;
import dev.envgate.ledger.SwitchedOff;
import dev.envgate.ledger.TaskDefinition;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Compares what the files configure with what they would, if variables were given that are empty or {@code false} by default.
 *
 * @param variables those that are empty, by the sentence that stands for each where it is not known
 */
record Supposition(Configuration written, Configuration supposed, Map<String, String> variables) {
    List<LeftOpen> leftOpen() {
        return all(this::leftOpen);
    }

    /** What is there when a switch is on. */
    List<SwitchedOff> switchedOff() {
        return all((definition, other) -> containers(
                definition,
                other,
                (container, each) -> named(definition.address(), container, each)
                        .map(open -> new SwitchedOff(open.definition(), open.name(), open.presence()))));
    }

    private <T> List<T> all(BiFunction<TaskDefinition, TaskDefinition, Stream<T>> differences) {
        return written.taskDefinitions().stream()
                .flatMap(definition -> supposed.taskDefinitions().stream()
                        .filter(other -> other.address().equals(definition.address()))
                        .flatMap(other -> differences.apply(definition, other)))
                .distinct()
                .toList();
    }

    private Stream<LeftOpen> leftOpen(TaskDefinition definition, TaskDefinition other) {
        return containers(
                definition,
                other,
                (container, each) -> Stream.concat(
                        named(definition.address(), container, each), any(definition.address(), container, each)));
    }

    private static <T> Stream<T> containers(
            TaskDefinition definition,
            TaskDefinition other,
            BiFunction<ContainerDefinition, ContainerDefinition, Stream<T>> differences) {
        return definition.containers().stream()
                .flatMap(container -> other.containers().stream()
                        .filter(each -> each.name().equals(container.name()))
                        .flatMap(each -> differences.apply(container, each)));
    }

    private static Stream<LeftOpen.Named> named(
            String address, ContainerDefinition container, ContainerDefinition other) {
        Set<Name> known = container.entries().stream().map(Entry::name).collect(Collectors.toSet());
        return other.entries().stream()
                .filter(entry -> !known.contains(entry.name()))
                .flatMap(entry -> entry.presence() instanceof Presence.Conditional conditional
                        ? Stream.of(new LeftOpen.Named(address, entry.name(), conditional))
                        : Stream.of());
    }

    private Stream<LeftOpen> any(String address, ContainerDefinition container, ContainerDefinition other) {
        return other.gaps().stream()
                .filter(gap -> !container.gaps().contains(gap))
                .flatMap(gap -> variable(gap)
                        .map(name -> new LeftOpen.Any(
                                address, new Presence.Conditional(gap.place(), "length(var.%s) > 0".formatted(name)))));
    }

    private Stream<String> variable(Gap gap) {
        return Stream.ofNullable(variables.get(gap.why()));
    }
}
