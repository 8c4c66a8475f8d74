package dev.envgate.rule;

import dev.envgate.ledger.Code;
import dev.envgate.ledger.CodeRead;
import dev.envgate.ledger.Reader;
import dev.envgate.ledger.ServiceLedger;
import dev.envgate.ledger.Symbolic;
import dev.envgate.ledger.TaskDefinition;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The parts of a repository that are applications of their own, and which of them a service is: that of its name. What belongs to no part
 * may be code of all of them.
 */
final class Parts {
    /** Directories of which each one below is an application; what is in {@code packages} belongs to several. */
    private static final Set<String> APPLICATIONS = Set.of("apps", "applications", "projects", "services");

    private static final Set<String> FRONT_ENDS =
            Set.of("client", "desktop", "frontend", "front-end", "mobile", "site", "ui", "web", "webapp", "website");

    /** Where Dockerfiles are kept that build images of code elsewhere. */
    private static final Set<String> BUILDING =
            Set.of("build", "ci", "deploy", "deployment", "docker", "infra", "infrastructure", "ops", "terraform");

    /** Words of which one stands for the others where nothing else tells. */
    private static final List<Set<String>> ALIKE = List.of(
            Set.of("api", "backend", "server"), Set.of("client", "frontend", "site", "ui", "web", "webapp", "website"));

    private final List<String> images;
    private final List<String> homes;

    /** @param homes the images, and what custom alone calls a part */
    private Parts(List<String> images, List<String> homes) {
        this.images = images;
        this.homes = homes;
    }

    static Parts of(Code code) {
        List<String> images = code.images().stream()
                .filter(image -> !image.isEmpty())
                .filter(image -> Stream.of(image.split("/", -1)).noneMatch(BUILDING::contains))
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        return new Parts(
                images,
                Stream.concat(
                                images.stream(),
                                customary(code).filter(part -> images.stream().noneMatch(image -> within(image, part))))
                        .toList());
    }

    /** Where code lies that no Dockerfile lies beside: one Dockerfile may build the images of all parts. */
    private static Stream<String> customary(Code code) {
        return switch (code) {
            case Code.Searched searched ->
                searched.reads().stream()
                        .filter(read -> read.reader() == Reader.APPLICATION)
                        .map(read -> byCustom(List.of(read.file().split("/", -1))))
                        .filter(part -> !part.isEmpty())
                        .distinct();
            case Code.NotSearched _ -> Stream.of();
        };
    }

    /** Whether one of two directories is the other, or lies in it. */
    static boolean within(String one, String other) {
        return one.equals(other) || one.startsWith(other + "/") || other.startsWith(one + "/");
    }

    /** The directory of the part that a read stands in: {@code apps/web} of {@code apps/web/lib/session.ts}; empty outside of all. */
    String of(CodeRead read) {
        return of(read.file());
    }

    /** The directory of the part that a file lies in. */
    String of(String file) {
        return images.stream()
                .filter(image -> file.startsWith(image + "/"))
                .findFirst()
                .orElseGet(() -> byCustom(List.of(file.split("/", -1))));
    }

    /** Whether a part is built into an image: what custom alone calls one may be code that others share. */
    boolean built(String part) {
        return images.contains(part);
    }

    /** The parts whose directories a text names by their paths, {@code apps/web}: a single word may be about anything. */
    Set<String> namedIn(String text) {
        List<String> paths = Stream.of(text.split("[^\\w./-]+", -1))
                .filter(word -> word.contains("/"))
                .toList();
        return images.stream()
                .filter(image -> paths.stream().anyMatch(path -> ("/" + image).endsWith("/" + path)))
                .collect(Collectors.toSet());
    }

    private static String byCustom(List<String> path) {
        if (path.size() > 2 && APPLICATIONS.contains(path.getFirst())) {
            return path.getFirst() + "/" + path.get(1);
        }
        return path.size() > 1 && FRONT_ENDS.contains(path.getFirst()) ? path.getFirst() : "";
    }

    /** The part that goes by the name of a service; empty when none does, or several. */
    Optional<String> home(ServiceLedger service) {
        Stream<String> names = service.definitions().stream().flatMap(Parts::names);
        return home(service.definitions().stream().flatMap(Parts::images).toList())
                .or(() ->
                        home(Stream.concat(names, Stream.of(service.service())).toList()));
    }

    /** The part that goes by the name of a container, or of the family. */
    Optional<String> home(TaskDefinition definition) {
        return home(images(definition).toList()).or(() -> home(names(definition).toList()));
    }

    /** The repositories of images, without registry and tag: {@code aws_ecr_repository.api.repository_url} is one as well. */
    private static Stream<String> images(TaskDefinition definition) {
        return definition.containers().stream()
                .filter(container -> container.from().parts().stream().anyMatch(Parts::tells))
                .map(container -> container.from().toString().replaceAll("^[\\w.-]*\\.amazonaws\\.com/", ""))
                .map(image -> image.replaceAll(":[\\w.-]*$", ""));
    }

    private static boolean tells(Symbolic.Part part) {
        return switch (part) {
            case Symbolic.Part.Known(String text) -> text.chars().anyMatch(Character::isLetter);
            case Symbolic.Part.Hole(String expression) -> expression.startsWith("aws_ecr_repository.");
        };
    }

    private static Stream<String> names(TaskDefinition definition) {
        return Stream.concat(
                definition.containers().stream().map(container -> known(container.name())),
                Stream.of(known(definition.family())));
    }

    private Optional<String> home(List<String> names) {
        List<String> named = homes.stream()
                .filter(image -> names.stream().anyMatch(name -> words(name).contains(words(last(image)))))
                .toList();
        List<String> found = named.isEmpty()
                ? homes.stream()
                        .filter(image -> names.stream().anyMatch(name -> alike(name, last(image))))
                        .toList()
                : longest(named);
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    /** {@code workflow-engine} says more than {@code engine}, and {@code portal} no more than {@code api}. */
    private static List<String> longest(List<String> named) {
        List<String> most = named.stream()
                .filter(each ->
                        named.stream().allMatch(other -> words(last(each)).contains(words(last(other)))))
                .toList();
        return most.isEmpty() ? named : most;
    }

    private static boolean alike(String name, String directory) {
        return ALIKE.stream()
                .filter(set -> set.contains(directory.toLowerCase(Locale.ROOT)))
                .anyMatch(set -> set.stream().anyMatch(word -> words(name).contains(words(word))));
    }

    private static String last(String directory) {
        return directory.substring(directory.lastIndexOf('/') + 1);
    }

    /** So that {@code api} is part of {@code shop-api-prod} and not of {@code shop-rapid}. */
    private static String words(String name) {
        return "-" + name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-") + "-";
    }

    /** What is known of a name. */
    private static String known(Symbolic name) {
        StringBuilder known = new StringBuilder();
        for (Symbolic.Part part : name.parts()) {
            known.append(
                    switch (part) {
                        case Symbolic.Part.Known(String text) -> text;
                        case Symbolic.Part.Hole _ -> "-";
                    });
        }
        return known.toString();
    }
}
