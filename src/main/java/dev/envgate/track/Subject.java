package dev.envgate.track;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a fault is about, as a report tells it and as a follow-up remembers it. A text is empty where there is nothing to say.
 *
 * @param namesake what tells the service from another one of its name
 * @param file the file of a fault of no service
 */
public record Subject(
        String rule, String environment, String service, String namesake, String container, String name, String file) {
    /** Name, container and service, as far as there are: {@code TOKEN in web of shop (production)}. */
    public String title() {
        String of = environment.isEmpty() || service.isEmpty() ? service : service + " (" + environment + ")";
        String where = Stream.of(container.equals(service) ? "" : container, of)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" of "));
        String whole = Stream.of(name, where).filter(part -> !part.isEmpty()).collect(Collectors.joining(" in "));
        return whole.isEmpty() ? file : whole;
    }
}
