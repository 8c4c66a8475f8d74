package dev.envgate.cli;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What one run in a process of its own, with an environment of its own, printed and ended with. */
record Program(int exit, String out, String err) {
    static Program run(Path directory, Map<String, String> environment, List<String> options, String... arguments)
            throws IOException, InterruptedException {
        List<String> java = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                        .map(each -> Path.of(each).toAbsolutePath().toString())
                        .collect(Collectors.joining(File.pathSeparator)));
        ProcessBuilder builder = new ProcessBuilder(
                Stream.of(java.stream(), options.stream(), Stream.of(Main.class.getName()), Stream.of(arguments))
                        .flatMap(each -> each)
                        .toList());
        builder.directory(directory.toFile());
        builder.environment().clear();
        builder.environment().put("AWS_EC2_METADATA_DISABLED", "true");
        builder.environment().put("LANG", "C.UTF-8");
        builder.environment().putAll(environment);
        Process process = builder.start();
        CompletableFuture<String> err = CompletableFuture.supplyAsync(() -> text(process.getErrorStream()));
        String out = text(process.getInputStream());
        return new Program(process.waitFor(), out, err.join());
    }

    private static String text(InputStream stream) {
        try {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everything that was printed, with every gap as one blank. */
    String flat() {
        return (out + err).replaceAll("\\s+", " ");
    }
}
