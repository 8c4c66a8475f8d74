package dev.envgate.policy;

import dev.envgate.ledger.ContainerDefinition;
import dev.envgate.ledger.Entry;
import dev.envgate.ledger.Gap;
import dev.envgate.ledger.Given;
import dev.envgate.ledger.NotVerified;
import dev.envgate.ledger.Presence;
import dev.envgate.ledger.Station;
import dev.envgate.ledger.TaskDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Compares two sides, container by container and name by name. What one side does not decide is not verified, and no difference. */
public final class Comparing {
    private final String from;
    private final String to;
    private final List<Difference> differences = new ArrayList<>();
    private final List<NotVerified> notVerified = new ArrayList<>();
    private int same;
    private boolean compared;

    public Comparing(String from, String to) {
        this.from = from;
        this.to = to;
    }

    public Comparison result() {
        if (!compared) {
            notVerified.add(new NotVerified(
                    Station.CONFIGURED, from + " and " + to, "There was nothing that could be compared.", ""));
        }
        return new Comparison(from, to, differences, notVerified, same);
    }

    /** Compares one service at one station. */
    public void add(Station station, String service, ComparedSide left, ComparedSide right) {
        boolean leftSeen = seen(station, service, left);
        boolean rightSeen = seen(station, service, right);
        if (leftSeen && rightSeen) {
            compared = true;
            new Pair(station, service, left, right).compare();
        }
    }

    private boolean seen(Station station, String service, ComparedSide side) {
        if (side.definitions().size() != 1) {
            boolean several = side.definitions().size() > 1;
            String why = several ? "There are several task definitions that it may be." : side.why();
            notVerified.add(new NotVerified(
                    station,
                    service.isEmpty() ? side.title() : service + " (" + side.title() + ")",
                    why,
                    side.hint(),
                    several ? NotVerified.Cause.UNDECIDED : NotVerified.Cause.FAILED));
        }
        return side.definitions().size() == 1;
    }

    /** Something that nobody asked for. */
    public void notAsked(Station station, String what, String why) {
        notVerified.add(new NotVerified(station, what, why, "", NotVerified.Cause.NOT_ASKED));
    }

    /** One service at one station, both sides known. */
    private final class Pair {
        private final Station station;
        private final String service;
        private final TaskDefinition left;
        private final TaskDefinition right;
        private final ReferenceShape leftShape;
        private final ReferenceShape rightShape;

        Pair(Station station, String service, ComparedSide left, ComparedSide right) {
            this.station = station;
            this.service = service;
            this.left = left.definitions().getFirst();
            this.right = right.definitions().getFirst();
            this.leftShape = new ReferenceShape(left.words());
            this.rightShape = new ReferenceShape(right.words());
        }

        void compare() {
            Map<String, ContainerDefinition> ours = containers(left, leftShape);
            Map<String, ContainerDefinition> theirs = containers(right, rightShape);
            if (ours.size() == 1 && theirs.size() == 1) {
                names(
                        ours.values().iterator().next(),
                        theirs.values().iterator().next());
            } else {
                Set<String> all = new TreeSet<>(ours.keySet());
                all.addAll(theirs.keySet());
                all.forEach(each -> container(each, of(ours, each), of(theirs, each)));
            }
        }

        private static <T> Optional<T> of(Map<String, T> map, String name) {
            return Optional.ofNullable(map.get(name));
        }

        private static Map<String, ContainerDefinition> containers(TaskDefinition definition, ReferenceShape shape) {
            Map<String, ContainerDefinition> containers = new TreeMap<>();
            definition
                    .containers()
                    .forEach(each ->
                            containers.putIfAbsent(shape.fold(each.name().toString()), each));
            return containers;
        }

        private void container(String name, Optional<ContainerDefinition> ours, Optional<ContainerDefinition> theirs) {
            if (ours.isPresent() && theirs.isPresent()) {
                names(ours.get(), theirs.get());
            } else if (ours.isPresent()) {
                absent(name, "", Difference.Sort.ONLY_FROM, List.of(), right.gaps());
            } else {
                absent(name, "", Difference.Sort.ONLY_TO, List.of(), left.gaps());
            }
        }

        private void names(ContainerDefinition ours, ContainerDefinition theirs) {
            Map<String, Entry> mine = entries(ours);
            Map<String, Entry> others = entries(theirs);
            Set<String> all = new TreeSet<>(mine.keySet());
            all.addAll(others.keySet());
            String container = ours.name().toString();
            List<Gap> ourGaps = gaps(ours);
            List<Gap> theirGaps = gaps(theirs);
            Stream.concat(ourGaps.stream(), theirGaps.stream())
                    .limit(1)
                    .forEach(
                            each -> undecided(container, "", "Its list of names is not complete: " + each.why() + "."));
            for (String name : all) {
                Optional<Entry> first = of(mine, name);
                Optional<Entry> second = of(others, name);
                if (first.isPresent() && second.isPresent()) {
                    both(container, name, first.get(), second.get());
                } else if (first.isPresent()) {
                    absent(container, name, Difference.Sort.ONLY_FROM, List.of(first.get()), theirGaps);
                } else {
                    absent(
                            container,
                            name,
                            Difference.Sort.ONLY_TO,
                            second.stream().toList(),
                            ourGaps);
                }
            }
        }

        /** Files on S3 give names too. */
        private static List<Gap> gaps(ContainerDefinition container) {
            Stream<Gap> files = container.environmentFiles().stream()
                    .map(_ -> new Gap("its `environmentFiles` were not read", container.place()));
            return Stream.concat(container.gaps().stream(), files.limit(1)).toList();
        }

        private static Map<String, Entry> entries(ContainerDefinition container) {
            Map<String, Entry> entries = new TreeMap<>();
            container.entries().forEach(each -> entries.putIfAbsent(each.name().text(), each));
            return entries;
        }

        /** One side has it, perhaps; the other has not, perhaps. */
        private void absent(String container, String name, Difference.Sort sort, List<Entry> entry, List<Gap> gaps) {
            String why = entry.stream()
                    .map(Entry::presence)
                    .filter(each -> !(each instanceof Presence.Present))
                    .findFirst()
                    .map(_ -> "It is there only under a condition, on one side.")
                    .orElseGet(() -> gaps.isEmpty()
                            ? ""
                            : "Its list of names is not complete: "
                                    + gaps.getFirst().why() + ".");
            if (why.isEmpty()) {
                boolean first = sort == Difference.Sort.ONLY_FROM;
                differences.add(new Difference(
                        station, service, container, name, sort, first ? entry : List.of(), first ? List.of() : entry));
            } else {
                undecided(container, name, why);
            }
        }

        private void both(String container, String name, Entry mine, Entry other) {
            if (!(mine.presence() instanceof Presence.Present && other.presence() instanceof Presence.Present)) {
                undecided(container, name, "It is there only under a condition, on one side or both.");
            } else if (mine.given() instanceof Given.Secret(var ours)
                    && other.given() instanceof Given.Secret(var theirs)) {
                boolean alike = leftShape.of(ours).equals(rightShape.of(theirs));
                if (!alike && !(ReferenceShape.clear(ours) && ReferenceShape.clear(theirs))) {
                    undecided(container, name, "It is not known what it refers to, on one side.");
                } else {
                    count(container, name, alike, Difference.Sort.REFERENCE, mine, other);
                }
            } else {
                boolean alike = mine.given() instanceof Given.Plain && other.given() instanceof Given.Plain;
                count(container, name, alike, Difference.Sort.KIND, mine, other);
            }
        }

        private void count(
                String container, String name, boolean alike, Difference.Sort sort, Entry mine, Entry other) {
            if (alike) {
                same++;
            } else {
                differences.add(new Difference(station, service, container, name, sort, List.of(mine), List.of(other)));
            }
        }

        private void undecided(String container, String name, String why) {
            String all = name.isEmpty() ? container : container + "/" + name;
            String last = name.isEmpty() ? container : name;
            String what = service.isEmpty() ? all : service + ": " + last;
            notVerified.add(new NotVerified(station, what, why, "", NotVerified.Cause.UNDECIDED));
        }
    }
}
