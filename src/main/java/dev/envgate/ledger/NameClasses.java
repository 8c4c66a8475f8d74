package dev.envgate.ledger;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a team's configuration says of names, where their declarations say nothing in so many words.
 *
 * @param secret names that are secrets
 * @param setting names that are no secrets, whatever they look like
 * @param required names that every container needs
 * @param optional names that may be missing
 * @param local names of laptops, tests and builds
 * @param deployed names that look like those of laptops and are deployed all the same
 */
public record NameClasses(
        List<Wildcard> secret,
        List<Wildcard> setting,
        List<Wildcard> required,
        List<Wildcard> optional,
        List<Wildcard> local,
        List<Wildcard> deployed) {
    /** Nothing is said of any name. */
    public static final NameClasses NONE =
            new NameClasses(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    private static final Set<String> OF_KIND = Set.of("secret", "sensitive", "plain", "public");
    private static final Set<String> OF_STANDING = Set.of("required", "required-in", "optional", "local");

    public NameClasses {
        secret = List.copyOf(secret);
        setting = List.copyOf(setting);
        required = List.copyOf(required);
        optional = List.copyOf(optional);
        local = List.copyOf(local);
        deployed = List.copyOf(deployed);
    }

    /** The declaration as the configuration wants it read; a tag of the contract is about this one name and wins. */
    Declaration read(Declaration declaration) {
        return this.equals(NONE) ? declaration : stand(kind(declaration));
    }

    private Declaration kind(Declaration declaration) {
        if (tagged(declaration, OF_KIND)) {
            return declaration;
        }
        return because("secret", secret, declaration)
                .map(why -> as(declaration, Kind.SECRET, why))
                .or(() -> because("setting", setting, declaration).map(why -> as(declaration, Kind.SETTING, why)))
                .orElse(declaration);
    }

    private static Declaration as(Declaration declaration, Kind kind, String why) {
        boolean bySort = declaration.standing().equals(Standing.SECRET)
                || declaration.standing().equals(Standing.SETTING)
                || declaration.standing().equals(Standing.DEFAULTED);
        return bySort && declaration.kind() != kind
                ? declaration.withKind(kind, why).withStanding(ofSort(kind), Declaration.Ground.SETTINGS, why)
                : declaration.withKind(kind, why);
    }

    private static Standing ofSort(Kind kind) {
        return switch (kind) {
            case SECRET -> Standing.SECRET;
            case SETTING -> Standing.SETTING;
        };
    }

    private Declaration stand(Declaration declaration) {
        if (tagged(declaration, OF_STANDING)) {
            return declaration;
        }
        return because("required", required, declaration)
                .map(why -> declaration.withStanding(Standing.REQUIRED, Declaration.Ground.SETTINGS, why))
                .or(() -> because("optional", optional, declaration)
                        .map(why -> declaration.withStanding(Standing.OPTIONAL, Declaration.Ground.SETTINGS, why)))
                .or(() -> because("local", local, declaration)
                        .map(why -> declaration.withStanding(Standing.LOCAL, Declaration.Ground.SETTINGS, why)))
                .or(() -> because("deployed", deployed, declaration).map(why -> deployed(declaration, why)))
                .orElse(declaration);
    }

    private static Declaration deployed(Declaration declaration, String why) {
        return declaration.standing() == Standing.LOCAL
                ? declaration.withStanding(ofSort(declaration.kind()), Declaration.Ground.SETTINGS, why)
                : declaration;
    }

    private static Optional<String> because(String key, List<Wildcard> patterns, Declaration declaration) {
        return patterns.stream()
                .filter(each -> each.matches(declaration.name().text()))
                .findFirst()
                .map(each -> "`classes` of the configuration has `%s` under `%s`".formatted(each, key));
    }

    private static boolean tagged(Declaration declaration, Set<String> names) {
        return declaration.tags().stream().anyMatch(tag -> names.contains(tag.name()));
    }
}
