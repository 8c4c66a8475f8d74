package dev.envgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code explain} tells of a name, word by word. */
class ExplanationTest {
    private static final Path ROOTS = Path.of("src/test/resources/terraform");

    @TempDir
    private Path temporary;

    @BeforeEach
    void writeTheContract() throws IOException {
        Files.writeString(temporary.resolve(".env.example"), """
                # The key that signs session cookies.
                SESSION_SECRET=change-me
                WEB_THEME=dark
                """);
    }

    @Test
    void aSecretIsTracedThroughItsModulesToTheBlockThatNamesIt() throws IOException {
        assertThat(explained("module-outputs-of-secrets", "SESSION_SECRET")).isEqualTo("""
                SESSION_SECRET · secret · task in task

                  declared    present
                              # The key that signs session cookies.
                              .env.example:2  declared
                              a secret, because its name ends with `SESSION_SECRET`
                  Terraform   present
                              main.tf:11      written in `secrets`
                              task/main.tf:9  through module.task.var.secrets
                              from ${aws_secretsmanager_secret.this["session"].arn}
                              which is the secret `atlas/prod/session`, by the name that `module.secrets.aws_secretsmanager_secret.this["session"]` says
                  stored      not known: `--offline` was given, and AWS was not asked
                  deployed    not known: `--offline` was given, and AWS was not asked

                """);
    }

    @Test
    void aSettingIsTracedThroughEveryModuleOnItsWay() throws IOException {
        assertThat(explained("module-tree", "WEB_THEME", "--service", "store-web"))
                .contains("""
                              main.tf:5               written in `environment`, as plain text
                              main.tf:19              through local.applications
                              application/main.tf:12  through module.application["store"].var.services
                              service/main.tf:9       through module.application["store"].module.service["web"].var.environment
                """);
    }

    private String explained(String root, String... arguments) throws IOException {
        copy(ROOTS.resolve(root));
        List<String> all = Stream.concat(
                        Stream.of("explain"),
                        Stream.concat(Stream.of(arguments), Stream.of("--offline", "--terraform", ".")))
                .toList();
        Ran ran = Ran.in(temporary.toRealPath(), all.toArray(String[]::new));
        assertThat(ran.exit()).as(ran.all()).isZero();
        return ran.out();
    }

    private void copy(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copied = temporary.resolve(root.relativize(file));
                Files.createDirectories(copied.resolve("..").normalize());
                Files.copy(file, copied);
            }
        }
    }
}
