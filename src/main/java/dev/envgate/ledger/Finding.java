package dev.envgate.ledger;

/**
 * One fault, of one name where it is about a name.
 *
 * @param rule the rule's id
 * @param container empty when the fault is the whole service's
 * @param name empty when the fault is not about one name
 * @param message one sentence, without any value
 * @param hint the next action, one sentence or command
 * @param place the line to look at
 */
public record Finding(
        String rule,
        Severity severity,
        String service,
        String container,
        String name,
        String message,
        String hint,
        Place place) {}
