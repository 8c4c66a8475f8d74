package dev.envgate.ledger;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which container of a task definition in Terraform is which of those that run. A name that is known pairs with the same name; one with
 * holes pairs with the only one it can be.
 */
final class Pairing {
    private final TaskDefinition definition;
    private final Map<String, ContainerDefinition> known = new LinkedHashMap<>();
    private final List<ContainerDefinition> left;
    private final List<String> open;

    Pairing(TaskDefinition definition, List<ContainerDefinition> live) {
        this.definition = definition;
        this.left = new ArrayList<>(definition.containers());
        this.open = new ArrayList<>(
                live.stream().map(each -> each.name().toString()).toList());
        pair(Agreement.SAME);
        pair(Agreement.UNKNOWN);
        left.forEach(each -> known.putIfAbsent(each.name().toString(), each));
    }

    /** The containers of Terraform, by the name that runs where it is known, and as written elsewhere. */
    Set<String> names() {
        return known.keySet();
    }

    /** What Terraform has for a container of that name. */
    Side configured(String container) {
        ContainerDefinition found = known.get(container);
        if (found != null) {
            return Side.has(found, definition.presence());
        }
        return left.stream()
                .filter(each -> each.name().matches(container) == Agreement.UNKNOWN)
                .findFirst()
                .<Side>map(each -> new Side.Hidden(undecided(container, each), each.place()))
                .orElseGet(() -> unlisted(definition.gaps()));
    }

    /** Whether a container of Terraform, as written, may be one of those that run without a partner. */
    boolean mayRun(String container) {
        ContainerDefinition found = known.get(container);
        return found != null
                && left.contains(found)
                && open.stream().anyMatch(name -> found.name().matches(name) == Agreement.UNKNOWN);
    }

    /** A container that is not listed is absent only where the list is all there is. */
    static Side unlisted(List<Gap> gaps) {
        return gaps.isEmpty()
                ? new Side.Lacks()
                : new Side.Hidden(gaps.getFirst().why(), gaps.getFirst().place());
    }

    private void pair(Agreement agreement) {
        for (String name : List.copyOf(open)) {
            List<ContainerDefinition> fitting = left.stream()
                    .filter(each -> each.name().matches(name) == agreement)
                    .toList();
            if (fitting.size() == 1 && fits(fitting.getFirst(), agreement) == 1) {
                known.put(name, fitting.getFirst());
                left.remove(fitting.getFirst());
                open.remove(name);
            }
        }
    }

    private long fits(ContainerDefinition container, Agreement agreement) {
        return open.stream()
                .filter(name -> container.name().matches(name) == agreement)
                .count();
    }

    private static String undecided(String container, ContainerDefinition other) {
        return "`" + container + "` may be the container that Terraform calls `" + other.name() + "`";
    }
}
