package dev.envgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class LauncherTest {
    /** Windows misreads a batch file whose lines end otherwise. */
    @Test
    void theLinesOfTheLauncherForWindowsEndAsThere() throws IOException {
        assertThat(Files.readString(Path.of("bin/envgate.cmd")))
                .endsWith("\r\n")
                .doesNotContainPattern("(?<!\r)\n");
    }
}
