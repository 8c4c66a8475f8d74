package dev.envgate.track;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a run has to say about follow-ups.
 *
 * @param tracker which one
 * @param place where in it: {@code owner/name}, the key of a team
 * @param write whether anything was to be done, and not only shown
 * @param seen whether the follow-ups that there are could be looked up
 * @param beyond how many faults get none because of the limit
 * @param hindered why nothing could be looked up; none when it could
 */
public record Account(
        String tracker,
        String place,
        boolean write,
        boolean seen,
        List<Work.Result> results,
        int beyond,
        List<Failure> hindered) {
    public Account {
        results = List.copyOf(results);
        hindered = List.copyOf(hindered);
    }

    /** All that went wrong, each thing once. */
    public List<Failure> failures() {
        return Stream.concat(
                        hindered.stream(),
                        results.stream()
                                .flatMap(each -> each instanceof Work.Result.Failed(Step _, Failure failure)
                                        ? Stream.of(failure)
                                        : Stream.of()))
                .distinct()
                .toList();
    }
}
