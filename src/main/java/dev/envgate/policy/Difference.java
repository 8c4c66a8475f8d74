package dev.envgate.policy;

import dev.envgate.ledger.Entry;
import dev.envgate.ledger.Station;
import java.util.List;

/**
 * Something that one side of a comparison has and the other has not, or has otherwise.
 *
 * @param station Terraform, or what runs
 * @param service empty where two task definitions are compared
 * @param name empty when the whole container is meant
 * @param from the entry of the first side, at most one
 * @param to likewise of the second
 */
public record Difference(
        Station station, String service, String container, String name, Sort sort, List<Entry> from, List<Entry> to) {
    public Difference {
        from = List.copyOf(from);
        to = List.copyOf(to);
    }

    /** What differs. */
    public enum Sort {
        /** Only the first side has it. */
        ONLY_FROM,
        /** Only the second side has it. */
        ONLY_TO,
        /** It is a secret on one side and a plain value on the other. */
        KIND,
        /** It refers to another secret, key or stage, beyond the word of the environment. */
        REFERENCE
    }
}
