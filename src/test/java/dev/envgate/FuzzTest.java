package dev.envgate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Throws inputs at every reader of text that comes from outside. Each target is a class with {@code fuzzerTestOneInput}; its seeds, and what
 * was once found, lie in {@code src/test/resources/fuzz/}. In the profile {@code nightly} Jazzer makes inputs that reach ever more of the
 * code, for {@code -Dfuzz.seconds=300} each.
 */
class FuzzTest {
    private static final int SECONDS = Integer.getInteger("fuzz.seconds", 300);
    private static final Path KEPT = Path.of("src/test/resources/fuzz");
    private static final Path MADE = Path.of("target/fuzz");

    @ParameterizedTest
    @MethodSource("targets")
    void noKeptInputBreaksItsReader(String target) throws Throwable {
        Class<?> type = Class.forName("dev.envgate." + target);
        MethodHandle read = MethodHandles.publicLookup()
                .findStatic(type, "fuzzerTestOneInput", MethodType.methodType(void.class, byte[].class));
        List<Path> inputs = inputs(KEPT.resolve(type.getSimpleName()));
        assertThat(inputs).isNotEmpty();
        for (Path input : inputs) {
            read.invoke(Files.readAllBytes(input));
        }
    }

    @Nightly
    @ParameterizedTest
    @MethodSource("targets")
    void noMadeInputBreaksItsReader(String target) throws IOException, InterruptedException {
        assumeTrue(jazzerIsThere(), "Jazzer is on the class path only in the profile `nightly`");
        String name = target.substring(target.indexOf('.') + 1);
        Path corpus = Files.createDirectories(MADE.resolve(name));
        Path log = MADE.resolve(name + ".log");
        int exit = new ProcessBuilder(command(target, corpus, KEPT.resolve(name)))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();

        assertThat(exit).as("see %s; the input lies beside it", log).isZero();
    }

    private static Stream<String> targets() {
        return Stream.of(
                "hcl.FileFuzz",
                "hcl.TemplateFuzz",
                "hcl.JsonSyntaxFuzz",
                "hcl.ExpressionFuzz",
                "hcl.JsonTextFuzz",
                "dotenv.DotenvFuzz");
    }

    private static List<String> command(String target, Path corpus, Path seeds) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-Xss4m",
                "-XX:+EnableDynamicAgentLoading",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=dev.envgate." + target,
                "--instrumentation_includes=dev.envgate.**",
                "--custom_hook_excludes=**",
                "--reproducer_path=" + MADE,
                "-artifact_prefix=" + MADE + "/" + seeds.getFileName() + "-",
                "-max_total_time=" + SECONDS,
                "-max_len=4096",
                "-timeout=20",
                "-dict=" + KEPT.resolve("terraform.dict"),
                "-rss_limit_mb=4000",
                "-print_final_stats=1",
                corpus.toString(),
                seeds.toString());
    }

    private static boolean jazzerIsThere() {
        return System.getProperty("java.class.path").contains("jazzer");
    }

    private static List<Path> inputs(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
