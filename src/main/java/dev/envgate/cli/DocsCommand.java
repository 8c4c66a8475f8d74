package dev.envgate.cli;

import dev.envgate.aws.AwsSettings;
import dev.envgate.ledger.Conventions;
import dev.envgate.ledger.Ledger;
import dev.envgate.report.Diagnostic;
import dev.envgate.report.VariablesJson;
import dev.envgate.report.VariablesPage;
import dev.envgate.text.Directories;
import dev.envgate.text.Escape;
import dev.envgate.text.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The page about all variables, made of what files say of them. */
@Command(
        name = "docs",
        sortOptions = false,
        description =
                "Writes a page about every variable: what it is for, whether it has to be set and why, and where it is read and "
                        + "set. AWS is not asked, and no value is in it.")
final class DocsCommand implements Callable<ExitCode> {
    private static final String STANDARD_OUTPUT = "-";

    private final Console console;
    private final AwsSettings settings;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "The file to write; - is standard output. Default: ENVIRONMENT_VARIABLES.md, or for json -.")
    private String output = "";

    @Option(names = "--format", paramLabel = "FORMAT", description = "markdown or json. Default: ${DEFAULT-VALUE}.")
    private Format format = Format.markdown;

    @Option(
            names = "--check",
            description = "Write nothing, and exit with 1 when the file is not what would be written.")
    private boolean check;

    @Option(
            names = "--no-terraform",
            description = "Leave out what Terraform sets, where there is no Terraform to read.")
    private boolean noTerraform;

    @Mixin
    private ConfigOptions config = new ConfigOptions();

    @Mixin
    private InputOptions inputs = new InputOptions();

    @Mixin
    private LookOptions look = new LookOptions();

    DocsCommand(Console console, AwsSettings settings) {
        this.console = console;
        this.settings = settings;
    }

    /** The formats, as people type them. */
    enum Format {
        markdown,
        json
    }

    @Override
    public ExitCode call() throws Misuse {
        inputs.refuseAll(
                "`envgate docs` does not ask it", "leave it out: the page has every service of the configuration.");
        Ledger ledger = ledger();
        String text = format == Format.json
                ? new VariablesJson(ledger).text()
                : new VariablesPage(ledger, !noTerraform).markdown();
        String file =
                output.isEmpty() ? (format == Format.json ? STANDARD_OUTPUT : "ENVIRONMENT_VARIABLES.md") : output;
        if (file.equals(STANDARD_OUTPUT)) {
            if (check) {
                throw new Misuse("There is no file to check.", "name it with `--output FILE`.");
            }
            console.out().print(text);
            return ExitCode.OPEN;
        }
        return check ? compared(file, text) : written(file, text);
    }

    private Ledger ledger() throws Misuse {
        ConfigFile file = ConfigFile.find(config, console);
        Conventions conventions = file.settings().conventions();
        Gathering gathering = new Gathering(console, file, config, inputs, AwsOptions.notAsked(), settings);
        List<Ledger> ledgers = new ArrayList<>();
        for (Facts each : noTerraform ? gathering.declared() : gathering.configured()) {
            each.requireContainers();
            ledgers.add(each.ledger(false, conventions));
        }
        return Ledger.of(ledgers);
    }

    private ExitCode written(String file, String text) throws Misuse {
        Path path = console.directory().resolve(file);
        if (Files.exists(path) && same(path, text)) {
            console.out().println("`" + Escape.terminal(file) + "` is as it would be written; nothing was changed.");
            return ExitCode.OPEN;
        }
        new WholeFile(path).write(text, "`" + file + "`");
        console.out().println("`" + Escape.terminal(file) + "` is written.");
        return ExitCode.OPEN;
    }

    private boolean same(Path path, String text) throws Misuse {
        return read(path).equals(text);
    }

    private ExitCode compared(String file, String text) throws Misuse {
        Path path = console.directory().resolve(file);
        if (!Files.exists(path)) {
            return outOfDate("`" + file + "` does not exist.");
        }
        List<String> there = read(path).lines().toList();
        List<String> wanted = text.lines().toList();
        if (there.equals(wanted)) {
            console.out().println("`" + Escape.terminal(file) + "` is up to date.");
            return ExitCode.OPEN;
        }
        int line = 0;
        while (line < Math.min(there.size(), wanted.size()) && there.get(line).equals(wanted.get(line))) {
            line++;
        }
        return outOfDate("`%s` is out of date from line %d on, which should be: %s"
                .formatted(file, line + 1, line < wanted.size() ? wanted.get(line) : "the end of the file"));
    }

    private ExitCode outOfDate(String what) {
        console.err()
                .print(new Diagnostic(look.style(console))
                        .of(what, "write it with `envgate docs` and the same options."));
        return ExitCode.CLOSED;
    }

    private String read(Path path) throws Misuse {
        Path parent = path.toAbsolutePath().normalize().getParent();
        Workspace workspace =
                new Directories(console.directory(), List.of(parent == null ? console.directory() : parent));
        return switch (workspace.read(path.toAbsolutePath().normalize())) {
            case Workspace.Read.Found found -> found.file().text();
            case Workspace.Read.Refused refused ->
                throw new Misuse(
                        "`%s` cannot be read: %s.".formatted(path.getFileName(), refused.why()),
                        "name another file with `--output FILE`.");
        };
    }
}
