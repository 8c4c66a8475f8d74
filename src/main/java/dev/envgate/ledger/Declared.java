package dev.envgate.ledger;

import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The declarations of the contract, by name; without a contract nothing is known of what the application needs. */
record Declared(boolean asked, NavigableMap<Name, List<Declaration>> declarations) {
    private static final String STRICT = "`--strict` makes every declared name required";

    static Declared of(Contract contract, boolean strict) {
        return new Declared(
                !contract.files().isEmpty(),
                contract.declarations().stream()
                        .map(each -> strict ? required(each) : each)
                        .collect(Collectors.groupingBy(Declaration::name, TreeMap::new, Collectors.toList())));
    }

    NavigableSet<Name> names() {
        return new TreeSet<>(declarations.keySet());
    }

    List<Declaration> of(Name name) {
        return declarations.getOrDefault(name, List.of());
    }

    Presence presence(Name name) {
        if (!asked) {
            return new Presence.Unknown("there is no contract", new Place.Nowhere());
        }
        return of(name).isEmpty()
                ? new Presence.Absent()
                : new Presence.Present(new Place.InFile(of(name).getFirst().span()));
    }

    private static Declaration required(Declaration each) {
        return new Declaration(
                each.name(),
                each.span(),
                each.kind(),
                each.kindBecause(),
                Standing.REQUIRED,
                STRICT,
                each.comment(),
                each.commentedOut(),
                each.tags());
    }
}
