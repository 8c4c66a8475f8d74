package dev.envgate.dotenv;

import dev.envgate.dotenv.Statement.Assignment;
import java.util.List;
import java.util.stream.Stream;

/**
 * An assignment with what is written around it.
 *
 * @param above the comment lines directly above it, without banners
 * @param section the banner it stands under
 */
record Passage(Assignment assignment, List<Remark> above, Section section) {
    Passage {
        above = List.copyOf(above);
    }

    /** The comments above and the one behind the value. */
    List<Remark> remarks() {
        Remark behind = Remark.of(assignment.remark());
        return behind.text().isEmpty()
                ? above
                : Stream.concat(above.stream(), Stream.of(behind)).toList();
    }
}
