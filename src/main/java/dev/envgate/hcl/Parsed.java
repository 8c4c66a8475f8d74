package dev.envgate.hcl;

import dev.envgate.text.Problem;
import java.util.List;

/**
 * What a reader made of a text.
 *
 * @param value as much of it as could be read; whole only when there is no problem
 * @param problems in the order of their places
 */
public record Parsed<T>(T value, List<Problem> problems) {
    public Parsed {
        problems = List.copyOf(problems);
    }

    /** Whether all of the text could be read. */
    public boolean ok() {
        return problems.isEmpty();
    }
}
