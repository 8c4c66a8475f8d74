package dev.envgate.ledger;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The declarations of the contract, by name; without a contract nothing is known of what the application needs. */
record Declared(boolean asked, NavigableMap<Name, List<Declaration>> declarations) {
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
                        .flatMap(Tag::items)
                        .anyMatch(item -> words(service).contains(words(item)));
    }

    /** The words of a service's name, so that {@code api} is part of {@code shop-api-prod} and not of {@code shop-rapid}. */
    private static String words(String service) {
        return "-" + service.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-") + "-";
    }

    /** The declarations as they count in an environment; where that is not known, {@code @required-in} decides nothing. */
    Declared in(Optional<Environment> environment, Conventions conventions) {
        return environment.isEmpty()
                ? this
                : new Declared(
                        asked,
                        declarations.values().stream()
                                .flatMap(List::stream)
                                .map(each -> in(environment.get(), conventions, each))
                                .collect(Collectors.groupingBy(Declaration::name, TreeMap::new, Collectors.toList())));
    }

    private static Declaration in(Environment own, Conventions conventions, Declaration declaration) {
        List<String> wanted = declaration.tags().stream()
                .filter(tag -> tag.name().equals("required-in"))
                .flatMap(Tag::items)
                .map(item -> item.toLowerCase(Locale.ROOT))
                .toList();
        if (wanted.isEmpty() || declaration.standing() == Standing.REQUIRED) {
            return declaration;
        }
        boolean here = wanted.stream()
                .anyMatch(item -> item.equals(own.name())
                        || own.words().contains(item)
                        || conventions.environment(item).filter(own::equals).isPresent());
        return here
                ? declaration.withStanding(
                        Standing.REQUIRED, "a tag says that it is required in `%s`".formatted(own.name()))
                : declaration.withStanding(
                        Standing.OPTIONAL,
                        "a tag says that it is required elsewhere, and this is `%s`".formatted(own.name()));
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
