package dev.envgate.policy;

import dev.envgate.ledger.TaskDefinition;
import java.util.List;

/**
 * One side of a comparison.
 *
 * @param title what people call it: an environment, or {@code family:revision}
 * @param words what stands for its environment in names; none when it has none
 * @param definitions the task definition; none when it is not known, several when it cannot be told which
 * @param why there is none, a sentence; empty when there is
 * @param hint what to do about it
 */
public record ComparedSide(
        String title, List<String> words, List<TaskDefinition> definitions, String why, String hint) {
    public ComparedSide {
        words = List.copyOf(words);
        definitions = List.copyOf(definitions);
    }
}
