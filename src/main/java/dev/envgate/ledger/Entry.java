package dev.envgate.ledger;

import java.util.List;

/**
 * One name in a container's {@code environment} or {@code secrets}.
 *
 * @param presence where it is written, and whether it is there for certain: present, conditional or unknown
 * @param chain the names it went through from where it is written to the task definition, first hop first
 */
public record Entry(Name name, Given given, Presence presence, List<Hop> chain) {
    public Entry {
        chain = List.copyOf(chain);
    }

    /** One name on the way: {@code local.common_env}. */
    public record Hop(String name, Place place) {}
}
