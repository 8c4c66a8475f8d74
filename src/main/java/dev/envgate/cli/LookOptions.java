package dev.envgate.cli;

import dev.envgate.report.Style;
import picocli.CommandLine.Option;

/** How text for people looks. */
final class LookOptions {
    @Option(names = "--color", paramLabel = "WHEN", description = "auto, always or never. Default: ${DEFAULT-VALUE}.")
    private When color = When.auto;

    @Option(
            names = {"-v", "--verbose"},
            description = "Spell out notes and every reason.")
    private boolean verbose;

    /** When colours are used, as people type it. */
    enum When {
        auto,
        always,
        never
    }

    Style style(Console console) {
        return new Style(colour(console), console.unicode(), console.width(), verbose);
    }

    /** Of a command line that was not understood. */
    static Style unasked(Console console) {
        return new LookOptions().style(console);
    }

    private boolean colour(Console console) {
        return switch (color) {
            case always -> true;
            case never -> false;
            case auto -> wanted(console);
        };
    }

    /** {@code NO_COLOR} wins over {@code CLICOLOR_FORCE}; both count when they are not empty. */
    private static boolean wanted(Console console) {
        String forced = console.variable(Variable.CLICOLOR_FORCE);
        return console.variable(Variable.NO_COLOR).isEmpty()
                && (console.terminal() || !(forced.isEmpty() || forced.equals("0")));
    }
}
