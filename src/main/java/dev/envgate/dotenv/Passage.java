package dev.envgate.dotenv;

import dev.envgate.dotenv.Statement.Assignment;
import java.util.List;
import java.util.stream.Stream;

/**
 * An assignment with what is written around it.
 *
 * @param above the comment lines directly above it, without banners
 * @param block the first comment line above an earlier name of its block, when it stands behind that one without a comment of its own
 * @param heading the first comment line of its block
 * @param section the banner it stands under
 */
record Passage(Assignment assignment, List<Remark> above, Title block, Title heading, Section section) {
    Passage {
        above = List.copyOf(above);
    }

    /** The comments above and the one behind the value. */
    List<Remark> remarks() {
        Remark behind = Remark.of(assignment.remark());
        return behind.text().isEmpty() || behind.isForTheGate()
                ? above
                : Stream.concat(above.stream(), Stream.of(behind)).toList();
    }
}
