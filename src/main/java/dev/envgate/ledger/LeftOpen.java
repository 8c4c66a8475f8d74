package dev.envgate.ledger;

import java.util.Set;

/**
 * What the containers of a task definition would have besides, if a variable of the root that is empty by default were given. By the
 * files alone they do not have it; but nobody gave the root any value, and what a deploy gives may lie in a file that is not committed.
 */
public sealed interface LeftOpen {
    /** The address of the task definition. */
    String definition();

    /** When it would be there, and where that is written. */
    Presence.Conditional presence();

    /** One name. */
    record Named(String definition, Name name, Presence.Conditional presence) implements LeftOpen {}

    /** Any name: the variable is a list of them. */
    record Any(String definition, Presence.Conditional presence) implements LeftOpen {}

    /** Whether it speaks of a name in one of these task definitions. */
    default boolean mayGive(Name wanted, Set<String> definitions) {
        return definitions.contains(definition())
                && switch (this) {
                    case Named named -> named.name.equals(wanted);
                    case Any _ -> true;
                };
    }
}
