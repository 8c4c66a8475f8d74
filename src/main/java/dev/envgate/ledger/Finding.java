package dev.envgate.ledger;

import dev.envgate.text.Digests;
import dev.envgate.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * One fault, of one name where it is about a name.
 *
 * @param rule the rule's id
 * @param service empty when the fault is the contract's alone
 * @param container empty when the fault is the whole service's
 * @param name empty when the fault is not about one name
 * @param message one sentence, without any value
 * @param hint the next action, one sentence or command
 * @param place the line to look at
 * @param environment the environment that it was found in, as the configuration calls it; empty without one
 * @param related other lines that belong to the fault
 * @param namesake what tells its service from another one of that name; empty where there is no other
 * @param apart what tells it from another fault of the same rule and names; empty where the names do
 */
public record Finding(
        String rule,
        Severity severity,
        String service,
        String container,
        String name,
        String message,
        String hint,
        Place place,
        String environment,
        List<Place> related,
        String namesake,
        String apart) {
    public Finding {
        related = List.copyOf(related);
    }

    /** Without an environment. */
    public Finding(
            String rule,
            Severity severity,
            String service,
            String container,
            String name,
            String message,
            String hint,
            Place place) {
        this(rule, severity, service, container, name, message, hint, place, "", List.of(), "", "");
    }

    /** The same fault, as loud as this. */
    public Finding with(Severity other) {
        return new Finding(
                rule, other, service, container, name, message, hint, place, environment, related, namesake, apart);
    }

    /** The same fault with another next action. */
    public Finding withHint(String other) {
        return new Finding(
                rule, severity, service, container, name, message, other, place, environment, related, namesake, apart);
    }

    /** The same fault with other lines that belong to it. */
    public Finding with(List<Place> more) {
        return new Finding(
                rule, severity, service, container, name, message, hint, place, environment, more, namesake, apart);
    }

    /** The same fault in an environment. */
    public Finding in(String other) {
        return new Finding(
                rule, severity, service, container, name, message, hint, place, other, related, namesake, apart);
    }

    /** The same fault, of one of several services of that name. */
    public Finding ofNamesake(String other) {
        return new Finding(
                rule, severity, service, container, name, message, hint, place, environment, related, other, apart);
    }

    /** The same fault, told from others that have the same names. */
    public Finding apart(String other) {
        return new Finding(
                rule, severity, service, container, name, message, hint, place, environment, related, namesake, other);
    }

    /**
     * Names the fault for baselines and trackers, 32 hexadecimal digits: of rule, service, container, name and, where there are such,
     * environment, the file of a fault of no service, and what tells it from others; a line number never enters it.
     */
    public String fingerprint() {
        return Digests.of(parts());
    }

    private List<String> parts() {
        List<String> parts = new ArrayList<>(List.of(rule, service, container, name));
        String file = service.isEmpty() && place instanceof Place.InFile(Span span)
                ? span.file().path()
                : "";
        if (!(environment + file + namesake + apart).isEmpty()) {
            parts.add(environment);
        }
        if (!(file + namesake + apart).isEmpty()) {
            parts.add(file);
        }
        Stream.of(namesake, apart).filter(each -> !each.isEmpty()).forEach(parts::add);
        return parts;
    }
}
