package dev.envgate.terraform;

import dev.envgate.ledger.Configuration;
import dev.envgate.ledger.ContainerDefinition;
import dev.envgate.ledger.Entry;
import dev.envgate.ledger.Gap;
import dev.envgate.ledger.LeftOpen;
import dev.envgate.ledger.Name;
import dev.envgate.ledger.Presence;
import dev.envgate.ledger.TaskDefinition;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Compares what the files configure with what they would, if the variables that are empty by default were given.
 *
 * @param variables those variables, by the sentence that stands for each where it is not known
 */
record Supposition(Configuration written, Configuration supposed, Map<String, String> variables) {
    List<LeftOpen> leftOpen() {
        return written.taskDefinitions().stream()
                .flatMap(definition -> supposed.taskDefinitions().stream()
                        .filter(other -> other.address().equals(definition.address()))
                        .flatMap(other -> leftOpen(definition, other)))
                .distinct()
                .toList();
    }

    private Stream<LeftOpen> leftOpen(TaskDefinition definition, TaskDefinition other) {
        return definition.containers().stream()
                .flatMap(container -> other.containers().stream()
                        .filter(each -> each.name().equals(container.name()))
                        .flatMap(each -> Stream.concat(
                                named(definition.address(), container, each),
                                any(definition.address(), container, each))));
    }

    private static Stream<LeftOpen> named(String address, ContainerDefinition container, ContainerDefinition other) {
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
