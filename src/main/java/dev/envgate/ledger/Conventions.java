package dev.envgate.ledger;

import dev.envgate.text.Nearest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
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

    /** What the {@code @required-in} of a declaration names and is no environment; prose that follows a known one is none of it. */
    public List<String> unknown(Declaration declaration) {
        return declaration.tags().stream()
                .filter(tag -> tag.name().equals("required-in"))
                .flatMap(Tag::items)
                .map(Declared::bare)
                .filter(word -> !word.isEmpty() && !Declared.known(word, this))
                .distinct()
                .toList();
    }

    /** The word of an environment that was probably meant. */
    public Optional<String> nearest(String word) {
        return Nearest.of(
                word,
                environments.stream()
                        .flatMap(each -> Stream.concat(Stream.of(each.name()), each.words().stream()))
                        .toList());
    }

    /** The names of the environments, as they are told in a sentence. */
    public String told() {
        return environments.stream().map(each -> "`" + each.name() + "`").collect(Collectors.joining(", "));
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
