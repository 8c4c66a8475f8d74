package dev.envgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExitCodeTest {
    @TempDir
    private Path directory;

    @Test
    void aDefectEndsWithItsOwnCodeAndWithoutItsMessage() throws IOException {
        Ran ran = Ran.in(closedDirectory(), "check", "--offline", "--env-file", "hunter2");

        assertThat(ran.exit()).isEqualTo(70);
        assertThat(ran.err()).contains("defect of envgate").contains("  at dev.envgate.");
        assertThat(ran.all()).doesNotContain("hunter2");
    }

    @Test
    void helpAndVersionEndWell() {
        assertThat(Ran.in(directory, "--help").exit()).isZero();
        assertThat(Ran.in(directory, "check", "--help").exit()).isZero();
        assertThat(Ran.in(directory, "--version").exit()).isZero();
    }

    @Test
    void anUnknownOptionOrCommandIsMisuseAndNamesTheNearest() {
        Ran option = Ran.in(directory, "check", "--offlin");
        Ran command = Ran.in(directory, "chekc");

        assertThat(option.exit()).isEqualTo(2);
        assertThat(option.err()).contains("--offline");
        assertThat(command.exit()).isEqualTo(2);
        assertThat(command.err()).contains("check");
    }

    /** A directory that fails in a way that nobody foresaw. */
    private Path closedDirectory() throws IOException {
        URI zip = URI.create("jar:" + directory.resolve("closed.zip").toUri());
        try (FileSystem system = FileSystems.newFileSystem(zip, Map.of("create", "true"))) {
            Path root = system.getPath("/repository");
            Files.createDirectories(root);
            return root;
        }
    }
}
