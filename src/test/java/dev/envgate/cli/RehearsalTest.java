package dev.envgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A cache is worth what the rehearsal runs: one that ends early would make every run slower, and nobody would see why. */
final class RehearsalTest {
    @TempDir
    private Path place;

    @Test
    void everyRunWithoutAwsComesToItsEnd() throws Exception {
        // Nobody is given what the change declares; the revision does not have all names either.
        assertThat(Rehearsal.rehearse(false, place)).containsExactly(1, 1, 1, 0);
        assertThat(place).isEmptyDirectory();
    }

    @Test
    void theRunAgainstAnAwsFindsTheIncident() throws Exception {
        assertThat(Rehearsal.rehearse(true, place)).containsExactly(1);
        assertThat(place).isEmptyDirectory();
    }
}
