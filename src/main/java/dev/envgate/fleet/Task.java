package dev.envgate.fleet;

/**
 * A unit that is to be judged.
 *
 * @param input a digest of what it is judged by, as far as that can be told cheaply; empty where nothing stands in files
 */
public record Task(Unit unit, String input) implements Comparable<Task> {
    @Override
    public int compareTo(Task other) {
        return unit.compareTo(other.unit);
    }
}
