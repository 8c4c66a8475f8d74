package dev.envgate.ledger;

import java.util.List;
import java.util.stream.Stream;

/**
 * A container of a task definition.
 *
 * @param environmentFiles its {@code environmentFiles}, with their ARNs as written
 * @param credentials secrets that ECS fetches for it beside those of {@code entries}
 * @param malformed entries that ECS would refuse or drop, each a sentence with its place
 * @param gaps why there may be more names than {@code entries}; empty when these are all
 * @param image what its image gives it where nothing else does
 * @param from what it is started from, by whatever text stands for it; empty where that was not looked at
 */
public record ContainerDefinition(
        Symbolic name,
        Place place,
        List<Entry> entries,
        List<EnvironmentFile> environmentFiles,
        List<Credential> credentials,
        List<Malformed> malformed,
        List<Gap> gaps,
        ImageEnv image,
        Symbolic from) {
    public ContainerDefinition {
        entries = List.copyOf(entries);
        environmentFiles = List.copyOf(environmentFiles);
        credentials = List.copyOf(credentials);
        malformed = List.copyOf(malformed);
        gaps = List.copyOf(gaps);
    }

    /** With an image that nobody asked about. */
    public ContainerDefinition(
            Symbolic name,
            Place place,
            List<Entry> entries,
            List<EnvironmentFile> environmentFiles,
            List<Credential> credentials,
            List<Malformed> malformed,
            List<Gap> gaps) {
        this(
                name,
                place,
                entries,
                environmentFiles,
                credentials,
                malformed,
                gaps,
                new ImageEnv.NotAsked(),
                Symbolic.of(""));
    }

    /** The same with what is known of its image. */
    public ContainerDefinition with(ImageEnv known) {
        return new ContainerDefinition(
                name, place, entries, environmentFiles, credentials, malformed, gaps, known, from);
    }

    /** The same with more entries. */
    ContainerDefinition and(List<Entry> more) {
        return new ContainerDefinition(
                name,
                place,
                Stream.concat(entries.stream(), more.stream()).toList(),
                environmentFiles,
                credentials,
                malformed,
                gaps,
                image,
                from);
    }

    /** The same, started from an image. */
    public ContainerDefinition from(Symbolic text) {
        return new ContainerDefinition(
                name, place, entries, environmentFiles, credentials, malformed, gaps, image, text);
    }

    /** What ECS fetches for it, variables and others. */
    public Stream<Reference> references() {
        return Stream.concat(
                entries.stream()
                        .flatMap(entry -> entry.given() instanceof Given.Secret(Reference reference)
                                ? Stream.of(reference)
                                : Stream.of()),
                credentials.stream().map(Credential::reference));
    }

    /**
     * An entry that ECS would refuse or drop: {@code values} for {@code value}, a blank name.
     *
     * @param name the variable that it was to give; empty when it does not say
     */
    public record Malformed(String name, String why, Place place) {}
}
