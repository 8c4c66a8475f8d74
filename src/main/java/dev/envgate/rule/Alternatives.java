package dev.envgate.rule;

import dev.envgate.ledger.Contract;
import dev.envgate.ledger.Declaration;
import dev.envgate.ledger.Name;
import dev.envgate.ledger.Tag;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names of which one is enough, because the contract says so: {@code @any-of}, {@code @alias}, {@code @replaced-by}. */
record Alternatives(List<Group> groups) {
    private static final Set<String> TAGS = Set.of("alias", "any-of", "replaced-by");

    Alternatives {
        groups = List.copyOf(groups);
    }

    static Alternatives of(Contract contract) {
        return new Alternatives(contract.declarations().stream()
                .flatMap(each -> each.tags().stream()
                        .filter(tag -> TAGS.contains(tag.name()))
                        .map(tag -> group(each, tag)))
                .toList());
    }

    /**
     * What one tag says.
     *
     * @param spared the names that are not needed where one of all is there: of {@code @replaced-by} the old one only
     */
    record Group(Set<Name> spared, Set<Name> all) {}

    private static Group group(Declaration declaration, Tag tag) {
        Set<Name> all = Stream.concat(Stream.of(declaration.name()), tag.items().map(Name::new))
                .collect(Collectors.toCollection(TreeSet::new));
        return new Group(tag.name().equals("replaced-by") ? Set.of(declaration.name()) : all, all);
    }

    /** The other names, one of which is enough in its place; none for a name that stands for itself. */
    List<Name> besides(Name name) {
        Set<Name> found = new TreeSet<>(Set.of(name));
        int before = 0;
        while (before < found.size()) {
            before = found.size();
            groups.stream()
                    .filter(group -> group.spared().stream().anyMatch(found::contains))
                    .forEach(group -> found.addAll(group.all()));
        }
        found.remove(name);
        return List.copyOf(found);
    }

    /** Whether a declaration speaks of the name, though none declares it. */
    boolean knows(Name name) {
        return groups.stream().anyMatch(group -> group.all().contains(name));
    }

    /** All names of a group, as they are told in a sentence. */
    static String told(Name name, List<Name> besides) {
        return Stream.concat(Stream.of(name), besides.stream())
                .sorted()
                .map(each -> "`" + each + "`")
                .collect(Collectors.joining(", "));
    }
}
