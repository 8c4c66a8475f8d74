package dev.envgate.ledger;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The declarations of the contract, by name; without a contract nothing is known of what the application needs.
 *
 * @param undeclared what the contract says of a name that it is not seen to declare
 */
record Declared(Presence undeclared, NavigableMap<Name, List<Declaration>> declarations) {
    private static final String STRICT = "`--strict` makes every declared name required";

    static Declared of(Contract contract, Code code, NameClasses classes, boolean strict) {
        return new Declared(
                undeclared(contract),
                contract.declarations().stream()
                        .map(each -> heldTo(code, each))
                        .map(classes::read)
                        .map(each ->
                                strict ? each.withStanding(Standing.REQUIRED, Declaration.Ground.STRICT, STRICT) : each)
                        .sorted(Comparator.comparing(
                                Declaration::commentedOut)) // an alternative is shown behind what counts
                        .collect(Collectors.groupingBy(Declaration::name, TreeMap::new, Collectors.toList())));
    }

    /** What a heading says of many names lets off none that the code fails without. */
    private static Declaration heldTo(Code code, Declaration declaration) {
        boolean letOff = declaration.ground() == Declaration.Ground.HEADING
                && (declaration.standing() == Standing.OPTIONAL || declaration.standing() == Standing.LOCAL);
        return letOff && code.failsWithout(declaration.name())
                ? declaration.withStanding(
                        asIfNotLetOff(declaration),
                        Declaration.Ground.CODE,
                        "%s, but the code fails without it".formatted(declaration.standingBecause()))
                : declaration;
    }

    private static Standing asIfNotLetOff(Declaration declaration) {
        return switch (declaration.kind()) {
            case SECRET -> Standing.SECRET;
            case SETTING -> declaration.example() == Example.BLANK ? Standing.SETTING : Standing.DEFAULTED;
        };
    }

    private static Presence undeclared(Contract contract) {
        return contract.files().isEmpty()
                ? new Presence.Unknown("there is no contract", new Place.Nowhere())
                : contract.lost()
                        .<Presence>map(line -> new Presence.Unknown(
                                "a line of the contract cannot be read, and it may declare the name", line.place()))
                        .orElseGet(Presence.Absent::new);
    }

    /** The names that a service is expected to have: all but those that are declared for other services only. */
    NavigableSet<Name> names(String service) {
        NavigableSet<Name> names = new TreeSet<>();
        declarations.forEach((name, declared) -> {
            if (declared.stream().anyMatch(each -> concerns(each, service))) {
                names.add(name);
            }
        });
        return names;
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
                        undeclared,
                        declarations.values().stream()
                                .flatMap(List::stream)
                                .map(each -> in(environment.get(), conventions, each))
                                .collect(Collectors.groupingBy(Declaration::name, TreeMap::new, Collectors.toList())));
    }

    private static Declaration in(Environment own, Conventions conventions, Declaration declaration) {
        List<String> wanted = declaration.tags().stream()
                .filter(tag -> tag.name().equals("required-in"))
                .flatMap(tag -> items(tag, conventions))
                .toList();
        if (wanted.isEmpty() || declaration.standing() == Standing.REQUIRED) {
            return declaration;
        }
        if (wanted.stream().anyMatch(item -> is(own, item))) {
            return declaration.withStanding(
                    Standing.REQUIRED,
                    Declaration.Ground.TAG,
                    "a tag says that it is required in `%s`".formatted(own.name()));
        }
        return wanted.stream().allMatch(item -> known(item, conventions))
                ? declaration.withStanding(
                        Standing.OPTIONAL,
                        Declaration.Ground.TAG,
                        "a tag says that it is required elsewhere, and this is `%s`".formatted(own.name()))
                : declaration; // a word that is misspelt may mean this very environment
    }

    /** The environments of a tag: those of its list, and known ones that follow it without a comma, before any prose. */
    private static Stream<String> items(Tag tag, Conventions conventions) {
        List<String> listed = tag.items().map(Declared::bare).toList();
        return Stream.concat(
                listed.stream(),
                Arrays.stream(tag.argument().strip().split("[\\s,]+"))
                        .map(Declared::bare)
                        .skip(listed.size())
                        .takeWhile(word -> word.equals("and") || known(word, conventions))
                        .filter(word -> !word.equals("and")));
    }

    /** A word in small letters, without the full stop of the sentence that it ends. */
    static String bare(String word) {
        return word.toLowerCase(Locale.ROOT).replaceAll("\\p{Punct}+$", "");
    }

    static boolean known(String item, Conventions conventions) {
        return conventions.environments().stream().anyMatch(each -> is(each, item));
    }

    private static boolean is(Environment environment, String item) {
        return environment.name().equalsIgnoreCase(item) || environment.words().contains(item);
    }

    List<Declaration> of(Name name) {
        return declarations.getOrDefault(name, List.of());
    }

    Presence presence(Name name) {
        return of(name).isEmpty()
                ? undeclared
                : new Presence.Present(new Place.InFile(of(name).getFirst().span()));
    }
}
