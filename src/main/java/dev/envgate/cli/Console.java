package dev.envgate.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What surrounds a run.
 *
 * @param out for the report
 * @param err for progress and diagnostics
 * @param environment the environment variables
 * @param directory the working directory, absolute
 * @param terminal whether a person is reading
 * @param now when the run was begun
 */
record Console(
        PrintStream out,
        PrintStream err,
        Map<String, String> environment,
        Path directory,
        boolean terminal,
        Instant now) {
    private static final int USUAL_WIDTH = 110;

    Console {
        environment = Map.copyOf(environment);
    }

    /** The one that the program was started from. */
    static Console ofTheProcess() {
        return new Console(
                new PrintStream(System.out, true, StandardCharsets.UTF_8),
                new PrintStream(System.err, true, StandardCharsets.UTF_8),
                System.getenv(),
                Path.of("").toAbsolutePath(),
                Optional.ofNullable(System.console())
                        .map(java.io.Console::isTerminal)
                        .orElse(false),
                Instant.now());
    }

    /** The same surroundings with another working directory. */
    Console in(Path other) {
        return new Console(out, err, environment, other, terminal, now);
    }

    /** The day of the run. */
    LocalDate today() {
        return LocalDate.ofInstant(now, ZoneOffset.UTC);
    }

    /** An environment variable, empty when it is not set. */
    String variable(Variable variable) {
        return environment.getOrDefault(variable.name(), "");
    }

    /** Whether letters beyond ASCII can be shown, as the locale says. */
    boolean unicode() {
        String locale =
                firstSet(Variable.LC_ALL, Variable.LC_CTYPE, Variable.LANG).toUpperCase(Locale.ROOT);
        return locale.isEmpty() ? !terminal || windows() : locale.contains("UTF-8") || locale.contains("UTF8");
    }

    /** How many columns a line may take. */
    int width() {
        String columns = variable(Variable.COLUMNS);
        return columns.matches("[1-9][0-9]{1,3}") ? Math.max(60, Integer.parseInt(columns)) : USUAL_WIDTH;
    }

    private String firstSet(Variable... variables) {
        return Arrays.stream(variables)
                .map(this::variable)
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElse("");
    }

    private boolean windows() {
        return variable(Variable.OS).startsWith("Windows");
    }
}
