package dev.envgate.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is looked for once for all searches of a run. */
class SurroundingsTest {
    private final Surroundings surroundings = new Surroundings();

    @TempDir
    private Path directory;

    @BeforeEach
    void write() throws IOException {
        Files.createDirectories(directory.resolve("web"));
        Files.createDirectories(directory.resolve("jobs"));
        Files.writeString(directory.resolve("web/Dockerfile"), "FROM scratch\n");
        Files.writeString(directory.resolve("web/main.py"), "");
        Files.writeString(directory.resolve("jobs/Dockerfile"), "FROM scratch\n");
    }

    @Test
    void aRepositoryIsWalkedOnce() throws IOException {
        List<Path> before = surroundings.images(directory, List.of());
        Files.writeString(directory.resolve("Dockerfile"), "FROM scratch\n");

        assertThat(before)
                .containsExactlyInAnyOrder(directory.resolve("web/Dockerfile"), directory.resolve("jobs/Dockerfile"));
        assertThat(surroundings.images(directory, List.of())).isEqualTo(before);
    }

    @Test
    void whoeverLeavesSomethingOutIsToldNothingOfIt() {
        assertThat(surroundings.images(directory, List.of())).hasSize(2);
        assertThat(surroundings.images(directory, List.of("jobs")))
                .containsExactly(directory.resolve("web/Dockerfile"));
    }
}
