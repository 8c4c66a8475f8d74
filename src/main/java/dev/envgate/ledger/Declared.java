package dev.envgate.ledger;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The declarations of the contract, by name; without a contract nothing is known of what the application needs. */
record Declared(boolean asked, NavigableMap<Name, List<Declaration>> declarations) {
    /** The names at the beginning of a tag's argument; prose may follow them. */
    private static final Pattern LIST = Pattern.compile("^\\s*[^\\s,]+(?:\\s*,\\s*[^\\s,]+)*");

    private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");

    private static final String STRICT = "`--strict` makes every declared name required";

    static Declared of(Contract contract, NameClasses classes, boolean strict) {
        return new Declared(
                !contract.files().isEmpty(),
                contract.declarations().stream()
                        .map(classes::read)
                        .map(each -> strict ? each.withStanding(Standing.REQUIRED, STRICT) : each)
                        .collect(Collectors.groupingBy(Declaration::name, TreeMap::new, Collectors.toList())));
    }

    /** The names that a service is expected to have: all but those that are declared for other services only. */
    NavigableSet<Name> names(String service) {
        return declarations.entrySet().stream()
                .filter(entry -> entry.getValue().stream().anyMatch(each -> concerns(each, service)))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean concerns(Declaration declaration, String service) {
        List<Tag> tags = declaration.tags().stream()
                .filter(tag -> tag.name().equals("service"))
                .toList();
        return tags.isEmpty()
                || tags.stream()
                        .flatMap(tag -> LIST.matcher(tag.argument()).results())
                        .flatMap(list -> COMMA.splitAsStream(list.group()))
                        .anyMatch(item -> words(service).contains(words(item)));
    }

    /** The words of a service's name, so that {@code api} is part of {@code shop-api-prod} and not of {@code shop-rapid}. */
    private static String words(String service) {
        return "-" + service.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-") + "-";
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
}
