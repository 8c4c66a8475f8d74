package dev.envgate.ledger;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a team expects of names, from its configuration.
 *
 * @param names what the name of a variable looks like, one of them; none allows every name
 * @param stored likewise the name of a secret or parameter in its store
 * @param environments the environments there are, with their words
 */
public record Conventions(List<Shape> names, List<Shape> stored, List<Environment> environments, NameClasses classes) {
    /** Every name is fine, and environments go by their usual words. */
    public static final Conventions NEUTRAL =
            new Conventions(List.of(), List.of(), Environment.USUAL, NameClasses.NONE);

    public Conventions {
        names = List.copyOf(names);
        stored = List.copyOf(stored);
        environments = List.copyOf(environments);
    }

    /** The environment of a name or word; empty for one that nobody defined. */
    public Optional<Environment> environment(String word) {
        return environments.stream()
                .filter(each -> each.name().equals(word) || each.words().contains(word))
                .findFirst();
    }

    /** The words of every other environment than the named one; none when that is not known. */
    public List<String> otherWords(String environment) {
        return environment(environment).stream().flatMap(this::wordsBesides).toList();
    }

    private Stream<String> wordsBesides(Environment own) {
        return environments.stream()
                .filter(each -> !each.equals(own))
                .flatMap(each -> each.words().stream())
                .filter(word -> !own.words().contains(word));
    }
}
