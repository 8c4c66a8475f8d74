package dev.envgate.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The manual, from the model of the command line. */
@Command(
        name = "man",
        sortOptions = false,
        description = "Prints a page of the manual, for `envgate man check | man -l -`, or writes all of them.")
final class ManCommand implements Callable<ExitCode> {
    private final Console console;
    private final Supplier<CommandLine> all;

    @Parameters(
            paramLabel = "COMMAND",
            arity = "0..1",
            description = "The command whose page is printed. Default: envgate itself.")
    private String command = "";

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            description = "Write the pages of all commands into this directory.")
    private Optional<Path> output = Optional.empty();

    /** {@code all} is the command line with every command. */
    ManCommand(Console console, Supplier<CommandLine> all) {
        this.console = console;
        this.all = all;
    }

    @Override
    public ExitCode call() throws IOException, Misuse {
        CommandLine line = all.get();
        if (output.isPresent()) {
            write(line, console.directory().resolve(output.get()));
        } else if (command.isEmpty()) {
            console.out().print(new ManPage(line).text());
        } else {
            console.out().print(new ManPage(called(line)).text());
        }
        return ExitCode.OPEN;
    }

    private CommandLine called(CommandLine line) throws Misuse {
        return Optional.ofNullable(below("", line).get(command))
                .orElseThrow(() ->
                        new Misuse("There is no command `%s`.".formatted(command), "`envgate --help` lists them."));
    }

    /** All commands, those behind another one as {@code fleet-check}. */
    private static Map<String, CommandLine> below(String name, CommandLine line) {
        Map<String, CommandLine> all = new LinkedHashMap<>();
        line.getSubcommands().forEach((each, command) -> {
            all.put(name + each, command);
            all.putAll(below(name + each + "-", command));
        });
        return all;
    }

    private static void write(CommandLine line, Path directory) throws IOException, Misuse {
        if (!Files.isDirectory(directory)) {
            throw new Misuse("`%s` is no directory.".formatted(directory), "make it first.");
        }
        write(new ManPage(line), directory);
        for (CommandLine each : below("", line).values()) {
            write(new ManPage(each), directory);
        }
    }

    private static void write(ManPage page, Path directory) throws IOException {
        Files.write(directory.resolve(page.name() + ".1"), page.text().getBytes(StandardCharsets.UTF_8));
    }
}
