package dev.envgate.hcl;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What failed or is not supported, each cause once; what {@code try} recovers from is taken back. */
final class Notes {
    private final List<Cause> causes = new ArrayList<>();
    private final Set<Cause> seen = new HashSet<>();
    private long failures;

    /** A point to return to. */
    record Mark(int size, long failures) {}

    void add(Cause cause) {
        if (cause.kind() == Cause.Kind.FAILED) {
            failures++;
        }
        if (seen.add(cause)) {
            causes.add(cause);
        }
    }

    Mark mark() {
        return new Mark(causes.size(), failures);
    }

    boolean failedSince(Mark mark) {
        return failures > mark.failures;
    }

    /** Forgets what was noted since. */
    void takeBack(Mark mark) {
        List<Cause> later = causes.subList(mark.size, causes.size());
        later.forEach(seen::remove);
        later.clear();
        failures = mark.failures;
    }

    List<Cause> causes() {
        return List.copyOf(causes);
    }
}
