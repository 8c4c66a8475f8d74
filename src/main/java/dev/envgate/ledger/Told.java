package dev.envgate.ledger;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The environment that a service runs in: as the configuration says, else by the words in the names of what it is made of. */
public final class Told {
    private Told() {}

    /** Empty when nothing tells it, or when the names tell of several. */
    public static Optional<Environment> environment(ServiceLedger service, Conventions conventions) {
        return environment(service.environment(), names(service), conventions);
    }

    static Optional<Environment> environment(Join.Service service, Conventions conventions) {
        Stream<String> families =
                service.definitions().stream().map(each -> each.family().toString());
        return environment(
                service.environment(),
                Stream.concat(Stream.of(service.service(), service.cluster()), families),
                conventions);
    }

    private static Stream<String> names(ServiceLedger service) {
        return Stream.concat(
                Stream.of(service.service(), service.cluster()),
                service.definitions().stream().map(each -> each.family().toString()));
    }

    private static Optional<Environment> environment(String given, Stream<String> names, Conventions conventions) {
        if (!given.isEmpty()) {
            return conventions.environment(given);
        }
        Set<Environment> told = names.flatMap(name -> words(name).stream())
                .flatMap(word -> conventions.environment(word).stream())
                .collect(Collectors.toSet());
        return told.size() == 1 ? told.stream().findFirst() : Optional.empty();
    }

    /** The words of a name or path, in small letters; what stands in for something that is not known has none. */
    public static List<String> words(String text) {
        return Arrays.stream(text.replaceAll("\\$\\{[^}]*\\}", "-")
                        .toLowerCase(Locale.ROOT)
                        .split("[^a-z0-9]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
