package dev.envgate.rule;

import dev.envgate.ledger.ContainerDefinition;
import dev.envgate.ledger.TaskDefinition;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The names that one revision gives a container and another does not. */
record Additions(SortedSet<String> names) {
    private static final int SHOWN = 3;

    Additions(TaskDefinition without, TaskDefinition with) {
        this(names(without, with));
    }

    private static SortedSet<String> names(TaskDefinition without, TaskDefinition with) {
        SortedSet<String> names = new TreeSet<>();
        for (ContainerDefinition container : with.containers()) {
            SortedSet<String> more = names(container);
            without.containers().stream()
                    .filter(each -> each.name().equals(container.name()))
                    .forEach(each -> more.removeAll(names(each)));
            names.addAll(more);
        }
        return names;
    }

    private static SortedSet<String> names(ContainerDefinition container) {
        return container.entries().stream()
                .map(entry -> entry.name().text())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    boolean none() {
        return names.isEmpty();
    }

    /** The first of them, in back-ticks. */
    String told() {
        List<String> shown =
                names.stream().limit(SHOWN).map(name -> "`" + name + "`").toList();
        int more = names.size() - shown.size();
        String last = more > 0 ? more + " more" : shown.getLast();
        List<String> first = more > 0 ? shown : shown.subList(0, shown.size() - 1);
        return first.isEmpty() ? last : String.join(", ", first) + " and " + last;
    }
}
