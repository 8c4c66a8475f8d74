package dev.envgate.cli;

import dev.envgate.aws.Aws;
import dev.envgate.aws.AwsSettings;
import dev.envgate.aws.Meter;
import dev.envgate.aws.Observation;
import dev.envgate.aws.Query;
import dev.envgate.aws.Request;
import dev.envgate.config.Settings;
import dev.envgate.fleet.Entry;
import dev.envgate.fleet.Unit;
import dev.envgate.fleet.Unread;
import dev.envgate.ledger.Code;
import dev.envgate.ledger.Configuration;
import dev.envgate.ledger.Contract;
import dev.envgate.ledger.Deployment;
import dev.envgate.ledger.NotVerified;
import dev.envgate.ledger.Station;
import dev.envgate.policy.Baseline;
import dev.envgate.report.Entries;
import dev.envgate.text.Directories;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Judges the units of a fleet, each as {@code envgate check} judges it; whatever is wrong with one stays with that one. */
record FleetJudge(
        Console console,
        FleetOptions options,
        AwsOptions aws,
        AwsSettings settings,
        GateOptions gate,
        FleetSelection selection,
        Instant now) {
    /** A configuration, or services that AWS has in one cluster. */
    List<Entry> judge(List<Unit> units) {
        return switch (units.getFirst()) {
            case Unit.Configured configured -> List.of(configured(configured));
            case Unit.Live _ -> live(units.stream().map(Unit.Live.class::cast).toList());
        };
    }

    /** All that a configuration says. */
    private Entry configured(Unit.Configured unit) {
        Path root = console.directory().toAbsolutePath().normalize();
        Path file = root.resolve(unit.file()).normalize();
        Path directory = file.getParent() == null ? root : file.getParent();
        Path repository = Directories.repository(directory, directory);
        Entries entries = new Entries(
                unit,
                shown -> root.relativize(repository.resolve(shown).normalize())
                        .toString()
                        .replace('\\', '/'));
        Meter meter = new Meter();
        try {
            return meter.during(() -> entries.of(new Judging(
                                    quiet(directory),
                                    ConfigOptions.of(file, options.environments()),
                                    options.inputs(),
                                    aws,
                                    settings,
                                    gate,
                                    new AdoptionOptions())
                            .judge()
                            .run()))
                    .costing(meter.requests());
        } catch (Misuse misuse) {
            return entries.of(misuse.said()).costing(meter.requests());
        }
    }

    /** Services that AWS has in one cluster, which are asked for together and judged one by one. */
    private List<Entry> live(List<Unit.Live> units) {
        Meter meter = new Meter();
        try {
            Unit.Live first = units.getFirst();
            AwsSettings place = selection.reach(first.account(), first.region(), first.role());
            Request request = new Request(
                    units.stream()
                            .<Query>map(each -> new Query.Service(each.cluster(), each.service()))
                            .toList(),
                    List.of(),
                    aws.files(List.of()),
                    List.of(),
                    aws.deep(),
                    List.of(),
                    aws.imageEnv());
            Aws asked = new Aws(place, aws.traffic());
            Observation seen = Turns.aside(() -> meter.during(() -> asked.observe(request)));
            int each = (meter.requests() + units.size() - 1) / units.size();
            List<Entry> entries = new ArrayList<>();
            for (int i = 0; i < units.size(); i++) {
                entries.add(alone(units.get(i), seen, seen.deployments().get(i)).costing(each));
            }
            return entries;
        } catch (Misuse misuse) {
            return units.stream()
                    .map(each -> new Entries(each, path -> path).of(misuse.said()))
                    .toList();
        }
    }

    /** What is wrong with one says nothing of those that were asked for together with it. */
    private Entry alone(Unit.Live unit, Observation seen, Deployment deployment) {
        try {
            return judged(unit, seen, deployment);
        } catch (Misuse misuse) {
            return new Entries(unit, path -> path).of(misuse.said());
        }
    }

    private Entry judged(Unit.Live unit, Observation seen, Deployment deployment) throws Misuse {
        Console surroundings = quiet(console.directory());
        Facts facts = new Facts(
                Target.ASKED,
                new Contract(List.of(), List.of()),
                new Code.NotSearched("no repository was given for the service"),
                new Configuration("", List.of(), List.of(), List.of()),
                new Selection(unit.service(), true, unit.cluster(), List.of(), List.of()),
                deployment,
                seen.stores(),
                seen.identity(),
                seen.notVerified(),
                List.of(),
                List.of(),
                console.directory());
        Gathering.Gathered gathered = new Gathering.Gathered(List.of(facts), List.of(), false, gone(unit, deployment));
        return new Entries(unit, path -> path)
                .of(gate.judge(
                        gathered,
                        new ConfigFile(Settings.NONE, console.directory(), ""),
                        new AdoptionOptions(),
                        Baseline.NONE,
                        surroundings));
    }

    /** Between the list and the look, somebody deleted it. */
    private static List<NotVerified> gone(Unit.Live unit, Deployment deployment) {
        return deployment instanceof Deployment.Missing
                ? List.of(new NotVerified(
                        Station.DEPLOYED,
                        unit.service(),
                        "It was in the list of services, and when it was looked at, it was not there.",
                        "run the fleet again."))
                : List.of();
    }

    /** A unit whose judging failed by a fault of this program. */
    static Entry broken(Unit unit, Throwable thrown) {
        StackTraceElement[] frames = thrown.getStackTrace();
        String where = frames.length == 0 ? "" : " at " + frames[0];
        return Entry.unread(
                unit,
                List.of(new Unread(
                        "It could not be judged, which is a defect of envgate: %s%s."
                                .formatted(thrown.getClass().getName(), where),
                        "please report it with these words; `envgate check` in its directory prints more of them.",
                        "",
                        0,
                        true)));
    }

    /** Where a unit is judged nobody reads along: what there is to say stands in its entry. */
    private Console quiet(Path directory) {
        PrintStream nobody = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        return new Console(nobody, nobody, console.environment(), directory, false, now);
    }
}
