package dev.envgate.fleet;

import java.util.List;

/**
 * The first line of a journal: what it is the journal of.
 *
 * @param version of the program
 * @param options a digest of all options that change a verdict
 * @param plan the digest of the plan
 * @param day of the run, by which decisions expire
 * @param tasks the units of this part
 * @param gaps why there may be more units, in the whole fleet
 */
public record Header(
        String version, String options, String plan, Shard shard, String day, List<Task> tasks, List<Unseen> gaps) {
    public Header {
        tasks = List.copyOf(tasks);
        gaps = List.copyOf(gaps);
    }
}
