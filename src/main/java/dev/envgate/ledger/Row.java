package dev.envgate.ledger;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How far one name got in one container of one service.
 *
 * @param kind what its declaration says; when it is not declared, whether it is given as a secret
 * @param declared unknown when there is no contract
 * @param declarations its declarations in the contract; none when it is not declared
 * @param configured whether Terraform gives it to the container
 * @param configuredEntries the entries in Terraform; two when it is there twice
 * @param stored whether what it refers to is in the store, also when it is about to be deleted or has no value; a setting that refers to
 *     nothing is present when it is configured
 * @param storedStates what the stores said, one for each of {@link #references()}
 * @param deployed whether the running task definition gives it to the container
 * @param deployedEntries the entries in the running task definition
 * @param runningStates what the stores said, one for each of {@link #runningReferences()}
 */
public record Row(
        Name name,
        Kind kind,
        Presence declared,
        List<Declaration> declarations,
        Presence configured,
        List<Entry> configuredEntries,
        Presence stored,
        List<Stored> storedStates,
        Presence deployed,
        List<Entry> deployedEntries,
        List<Stored> runningStates) {
    public Row {
        declarations = List.copyOf(declarations);
        configuredEntries = List.copyOf(configuredEntries);
        storedStates = List.copyOf(storedStates);
        deployedEntries = List.copyOf(deployedEntries);
        runningStates = List.copyOf(runningStates);
    }

    /** The same where more is known of what runs. */
    Row with(Presence runs, List<Entry> entries) {
        return new Row(
                name,
                kind,
                declared,
                declarations,
                configured,
                configuredEntries,
                stored,
                storedStates,
                runs,
                entries,
                runningStates);
    }

    /** What is looked up in the stores: the references of Terraform, or those that run when Terraform has no entry; only those that name something. */
    public List<Reference> references() {
        return references(configuredEntries.isEmpty() ? deployedEntries : configuredEntries);
    }

    /** What runs refers to besides: where Terraform has an entry, and it is another reference or not there for certain. */
    public List<Reference> runningReferences() {
        return runningReferences(configured, configuredEntries, deployedEntries);
    }

    static List<Reference> runningReferences(
            Presence configured, List<Entry> configuredEntries, List<Entry> deployedEntries) {
        List<Reference> known = configured instanceof Presence.Present ? references(configuredEntries) : List.of();
        return configuredEntries.isEmpty()
                ? List.of()
                : references(deployedEntries).stream()
                        .filter(reference -> !known.contains(reference))
                        .toList();
    }

    static List<Reference> references(List<Entry> entries) {
        return entries.stream()
                .flatMap(entry ->
                        entry.given() instanceof Given.Secret(Reference reference) ? Stream.of(reference) : Stream.of())
                .filter(reference -> !(reference.target() instanceof Reference.Target.Unclear)
                        && !(reference.target() instanceof Reference.Target.Malformed))
                .toList();
    }

    /** What its declarations promise, the strongest of them; empty when it is not declared. */
    public Optional<Standing> standing() {
        return declarations.stream().map(Declaration::standing).min(Comparator.naturalOrder());
    }

    /** Its declarations in the first file that declares it twice; a commented-out line beside the real one is documentation. */
    public List<Declaration> declaredTwice() {
        return declarations.stream()
                .filter(each -> !each.commentedOut())
                .collect(Collectors.groupingBy(each -> each.span().file(), LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .filter(each -> each.size() > 1)
                .findFirst()
                .orElse(List.of());
    }

    /** The line to look at: in Terraform, else in the contract, else what runs. */
    public Place place() {
        return Stream.of(configured, declared, deployed)
                .flatMap(Row::place)
                .min(Comparator.comparing(place -> !(place instanceof Place.InFile)))
                .orElse(new Place.Nowhere());
    }

    private static Stream<Place> place(Presence presence) {
        return switch (presence) {
            case Presence.Present(Place place) -> Stream.of(place);
            case Presence.Conditional(Place place, String _) -> Stream.of(place);
            case Presence.Absent _, Presence.Unknown _ -> Stream.of();
        };
    }
}
