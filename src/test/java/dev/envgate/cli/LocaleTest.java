package dev.envgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The program in a process of its own, where the user's language has digits and letters of its own. */
class LocaleTest {
    @Test
    void theLanguageOfTheUserChangesNothing() throws IOException, InterruptedException {
        assertThat(report("ar", "EG")).contains("243").isEqualTo(report("en", "US"));
        assertThat(report("tr", "TR")).isEqualTo(report("en", "US"));
    }

    private static String report(String language, String country) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Duser.language=" + language,
                        "-Duser.country=" + country,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "check",
                        "--env-file=samples/hokusai/.env.example",
                        "--terraform=samples/hokusai",
                        "--deployed=samples/hokusai/revision-150.json",
                        "--report=html=-"))
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isEqualTo(1);
        return said;
    }
}
