package dev.envgate.cli;

import dev.envgate.aws.AwsSettings;
import dev.envgate.ledger.Entry;
import dev.envgate.ledger.Given;
import dev.envgate.ledger.Stored;
import dev.envgate.ledger.TaskDefinition;
import dev.envgate.report.Shown;
import dev.envgate.report.ShownCode;
import dev.envgate.report.ShownConfiguration;
import dev.envgate.report.ShownContract;
import dev.envgate.report.ShownDeployment;
import dev.envgate.report.ShownStores;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What one station says. */
@Command(
        name = "show",
        sortOptions = false,
        description = "Shows what one station says, or which names the code reads; values are never shown.")
final class ShowCommand implements Callable<ExitCode> {
    private final Console console;
    private final AwsSettings settings;

    @Parameters(paramLabel = "STATION", description = "declared, configured, stored, deployed or code.")
    private Station station = Station.declared;

    @Option(names = "--format", paramLabel = "FORMAT", description = "text or json. Default: ${DEFAULT-VALUE}.")
    private Format format = Format.text;

    @Mixin
    private ConfigOptions config = new ConfigOptions();

    @Mixin
    private InputOptions inputs = new InputOptions();

    @Mixin
    private AwsOptions aws = new AwsOptions();

    @Mixin
    private LookOptions look = new LookOptions();

    ShowCommand(Console console, AwsSettings settings) {
        this.console = console;
        this.settings = settings;
    }

    /** The stations, as people type them. */
    enum Station {
        declared,
        configured,
        stored,
        deployed,
        code
    }

    /** The formats, as people type them. */
    enum Format {
        text,
        json
    }

    @Override
    public ExitCode call() throws Misuse {
        inputs.refuseAll("`envgate show` is about one service", "choose it with `--service`.");
        Shown shown =
                shown(new Gathering(console, ConfigFile.find(config, console), config, inputs, aws, settings).only());
        console.out().print(format == Format.json ? shown.json() : shown.text(look.style(console)));
        aws.sayTiming(console);
        return ExitCode.OPEN;
    }

    private Shown shown(Reading reading) throws Misuse {
        return switch (station) {
            case declared -> new ShownContract(reading.contractOrMisuse());
            case configured -> new ShownConfiguration(reading.configuration(List.of()));
            case stored -> stores(reading.facts());
            case deployed -> new ShownDeployment(reading.facts().deployment());
            case code ->
                new ShownCode(
                        new CodeReading(console, inputs).code(reading.contract().contract()));
        };
    }

    private static ShownStores stores(Facts facts) {
        Map<String, Stored> states = new TreeMap<>();
        Map<String, SortedSet<String>> names = new TreeMap<>();
        for (TaskDefinition definition : facts.selection().definitions()) {
            definition.containers().stream()
                    .flatMap(container -> container.entries().stream())
                    .forEach(entry -> store(entry, facts, states, names));
        }
        return new ShownStores(states, names);
    }

    private static void store(
            Entry entry, Facts facts, Map<String, Stored> states, Map<String, SortedSet<String>> names) {
        if (entry.given() instanceof Given.Secret secret) {
            String reference = secret.reference().text();
            states.put(reference, facts.stores().of(secret.reference()));
            names.computeIfAbsent(reference, _ -> new TreeSet<>())
                    .add(entry.name().text());
        }
    }
}
