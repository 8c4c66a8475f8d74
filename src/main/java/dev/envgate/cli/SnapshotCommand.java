package dev.envgate.cli;

import dev.envgate.aws.AwsSettings;
import dev.envgate.aws.Query;
import dev.envgate.aws.Request;
import dev.envgate.ledger.Conventions;
import dev.envgate.ledger.NotVerified;
import dev.envgate.report.Diagnostic;
import dev.envgate.snapshot.Recorder;
import dev.envgate.snapshot.Sight;
import dev.envgate.snapshot.Snapshot;
import dev.envgate.snapshot.SnapshotKey;
import dev.envgate.snapshot.SnapshotText;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes down what AWS says, for runs that have no credentials. */
@Command(
        name = "snapshot",
        sortOptions = false,
        description = "Writes what AWS says of everything that check would ask into a file, without any value; "
                + "check --snapshot reads it.")
final class SnapshotCommand implements Callable<ExitCode> {
    private static final int SHORTEST_KEY = 16;

    private final Console console;
    private final AwsSettings settings;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            required = true,
            description = "The file to write; it is replaced as a whole, or not at all.")
    private Path output = Path.of("");

    @Option(
            names = "--with-unknown",
            description = "Write it also when something could not be looked at; check will say the same of it.")
    private boolean withUnknown;

    @Mixin
    private ConfigOptions config = new ConfigOptions();

    @Mixin
    private InputOptions inputs = new InputOptions();

    @Mixin
    private AwsOptions aws = new AwsOptions();

    @Mixin
    private LookOptions look = new LookOptions();

    SnapshotCommand(Console console, AwsSettings settings) {
        this.console = console;
        this.settings = settings;
    }

    @Override
    public ExitCode call() throws Misuse {
        aws.requireAws();
        String secret = secret();
        List<NotVerified> unseen = new ArrayList<>();
        List<Sight> sights = sights(unseen);
        Diagnostic diagnostic = new Diagnostic(look.style(console));
        unseen.forEach(each -> console.err().print(diagnostic.of(each.what() + ": " + each.why(), each.hint())));
        aws.sayTiming(console);
        if (!unseen.isEmpty() && !withUnknown) {
            console.err()
                    .print(diagnostic.of(
                            "The snapshot `" + output + "` was not written, because not everything could be looked at.",
                            "repair that, or write it all the same with `--with-unknown`."));
            return ExitCode.UNVERIFIED;
        }
        SnapshotKey key = SnapshotKey.make(secret);
        Snapshot snapshot = new Snapshot(console.now().truncatedTo(ChronoUnit.SECONDS), Version.number(), key, sights);
        String text = SnapshotText.of(snapshot, key.digester(secret).keyed().orElseThrow());
        new WholeFile(console.directory().resolve(output)).write(text, "The snapshot `" + output + "`");
        return unseen.isEmpty() ? ExitCode.OPEN : ExitCode.UNVERIFIED;
    }

    private String secret() throws Misuse {
        String secret = console.variable(Variable.ENVGATE_SNAPSHOT_KEY);
        if (!secret.isEmpty() && secret.length() < SHORTEST_KEY) {
            throw new Misuse(
                    "`ENVGATE_SNAPSHOT_KEY` is too short to keep anything secret.",
                    "make one of %d characters at least, for instance with `openssl rand -hex 32`."
                            .formatted(SHORTEST_KEY));
        }
        return secret;
    }

    private List<Sight> sights(List<NotVerified> unseen) throws Misuse {
        ConfigFile file = ConfigFile.find(config, console);
        List<Sight> sights = new ArrayList<>();
        for (Map.Entry<Pending, Live> each : new Gathering(console, file, config, inputs, aws, settings)
                .sights()
                .entrySet()) {
            sights.add(sight(each.getKey(), each.getValue(), unseen));
        }
        return sights;
    }

    /** Everything is judged once, as a check would: what that asks of the stores is what is written down. */
    private Sight sight(Pending target, Live live, List<NotVerified> unseen) throws Misuse {
        Recorder recorder = new Recorder(live.stores(), live.identity());
        Live recorded = new Live(live.deployment(), recorder, live.identity(), live.caller(), live.notVerified());
        Facts facts = target.with(recorded);
        facts.ledger(true, Conventions.NEUTRAL);
        facts.ledger(false, Conventions.NEUTRAL).notVerified().stream()
                .filter(each -> each.cause() == NotVerified.Cause.FAILED)
                .filter(each -> !unseen.contains(each))
                .forEach(unseen::add);
        return new Sight(
                target.target().name(),
                target.target().environment(),
                asked(query(target)),
                live.identity(),
                live.caller(),
                live.deployment(),
                recorder.answers(),
                live.notVerified());
    }

    private static Query query(Pending target) {
        return switch (target.side()) {
            case Pending.LiveSide.Wanted(Request request) -> request.queries().getFirst();
            case Pending.LiveSide.Known _ -> throw new IllegalStateException("a snapshot of what is no AWS");
        };
    }

    static Sight.Asked asked(Query query) {
        return switch (query) {
            case Query.Service(String cluster, String service) -> new Sight.Asked(cluster, service, "");
            case Query.Family(String family) -> new Sight.Asked("", "", family);
            case Query.Standalone(String family) -> new Sight.Asked("", "", family);
        };
    }
}
