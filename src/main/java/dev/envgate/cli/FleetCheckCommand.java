package dev.envgate.cli;

import dev.envgate.aws.AwsSettings;
import dev.envgate.fleet.Fleet;
import dev.envgate.fleet.Header;
import dev.envgate.fleet.Journal;
import dev.envgate.fleet.Plan;
import dev.envgate.fleet.PlanText;
import dev.envgate.fleet.Refusal;
import dev.envgate.fleet.Shard;
import dev.envgate.fleet.Task;
import dev.envgate.fleet.Trend;
import dev.envgate.fleet.Unit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The gate over a whole fleet, or over one part of it. */
@Command(
        name = "check",
        sortOptions = false,
        description =
                "Judges every service of the fleet as `envgate check` does. What is wrong with one does not stop the others.")
final class FleetCheckCommand implements Callable<ExitCode> {
    private static final Pattern SHARD = Pattern.compile("([1-9]\\d{0,4})(?:/([1-9]\\d{0,4}))?");

    private final Console console;
    private final AwsSettings settings;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    @Mixin
    private FleetOptions options = new FleetOptions();

    @Option(
            names = "--journal",
            paramLabel = "FILE",
            description = "Write down each unit as soon as it is finished. Of a shard it is the result: shard-3.json.")
    private Optional<Path> journal = Optional.empty();

    @Option(names = "--resume", description = "Go on with the journal of a run that was interrupted.")
    private boolean resume;

    @Option(names = "--plan", paramLabel = "FILE", description = "Judge what this plan of `envgate fleet plan` says.")
    private Optional<Path> plan = Optional.empty();

    @Option(
            names = "--shard",
            paramLabel = "K/N",
            description =
                    "Judge one part only, as 3/16; with --plan its number is enough. Put together with `envgate fleet merge`.")
    private String shard = "";

    @Mixin
    private AwsOptions aws = new AwsOptions();

    @Mixin
    private GateOptions gate = new GateOptions();

    @Mixin
    private FleetReportOptions report = new FleetReportOptions();

    @Mixin
    private LookOptions look = new LookOptions();

    FleetCheckCommand(Console console, AwsSettings settings) {
        this.console = console;
        this.settings = settings;
    }

    @Override
    public ExitCode call() throws Misuse {
        aws.requireMany();
        List<Trend.Known> known = report.check(console);
        Optional<Path> file = journal.map(console.directory()::resolve).or(this::journalOfShard);
        if (resume && file.isEmpty()) {
            throw new Misuse("`--resume` goes on with a journal.", "name it with `--journal FILE`.");
        }
        Optional<Plan> planned = plan.isEmpty() ? Optional.empty() : Optional.of(read(plan.get()));
        if (planned.isPresent() && !options.configurations().isEmpty()) {
            throw new Misuse(
                    "`--plan` says which configurations are judged, and `--config` names others.",
                    "leave `--config` out, or make another plan with it.");
        }
        try (var _ = aws.fleetTraffic(parts(planned))) {
            Journal whole = file.isEmpty()
                    ? inMemory(header(planned))
                    : kept(file.get(), file.get().getFileName().toString(), planned);
            aws.sayTiming(console);
            Fleet fleet = Fleet.merge(List.of(whole.alone()));
            return report.write(fleet, known, console, look.style(console));
        } catch (Refusal e) {
            throw JournalFile.refused(e);
        }
    }

    private Optional<Path> journalOfShard() {
        return shard.isEmpty()
                ? Optional.empty()
                : Optional.of(console.directory().resolve("shard-" + number() + ".json"));
    }

    private String number() {
        return shard.split("/", 2)[0];
    }

    private int parts(Optional<Plan> planned) throws Misuse {
        return shard.isEmpty() ? 1 : shard(planned).of();
    }

    private Shard shard(Optional<Plan> planned) throws Misuse {
        if (shard.isEmpty() && planned.map(Plan::shards).orElse(1) == 1) {
            return Shard.WHOLE;
        }
        Matcher written = SHARD.matcher(shard);
        int of = planned.map(Plan::shards)
                .orElseGet(
                        () -> written.matches() && written.group(2) != null ? Integer.parseInt(written.group(2)) : 0);
        boolean agrees = written.matches()
                && (written.group(2) == null || Integer.parseInt(written.group(2)) == of)
                && Integer.parseInt(written.group(1)) <= of;
        if (!agrees) {
            throw new Misuse(
                    of == 0 || planned.isEmpty()
                            ? "`--shard` does not say which part of how many is meant."
                            : "`--shard` does not name one of the %d parts of the plan.".formatted(of),
                    "write it as `--shard 3/16`.");
        }
        return new Shard(Integer.parseInt(written.group(1)), of);
    }

    private Plan read(Path file) throws Misuse {
        try {
            Plan read = PlanText.read(
                    file.toString().replace('\\', '/'),
                    Files.readString(console.directory().resolve(file)));
            if (!read.version().equals(Version.number()) || !read.options().equals(FleetDigest.of(spec))) {
                throw new Misuse(
                        "The plan `%s` was made by envgate %s with other options.".formatted(file, read.version()),
                        "make it with the options of this run: `envgate fleet plan`.");
            }
            if (isOld(LocalDate.parse(read.day()))) {
                throw new Misuse(
                        "The plan `%s` was made on %s, and decisions may have expired since."
                                .formatted(file, read.day()),
                        "make another one: `envgate fleet plan`.");
            }
            return read;
        } catch (IOException e) {
            throw new Misuse(
                    "The plan `%s` cannot be read.".formatted(file),
                    "write one with `envgate fleet plan --shards N --output FILE`.");
        } catch (Refusal e) {
            throw JournalFile.refused(e);
        }
    }

    /** What a run begins with; a plan was made earlier, and its configurations have to be those of now. */
    private Header header(Optional<Plan> planned) throws Misuse {
        Shard part = shard(planned);
        if (planned.isEmpty()) {
            return divided(selection().select(), part.of()).header(part);
        }
        Header header = planned.get().header(part);
        requireUnchanged(header);
        return header;
    }

    private FleetSelection selection() {
        return new FleetSelection(console, options, aws, settings);
    }

    private Plan divided(FleetSelection.Selected selected, int shards) {
        return Plan.divide(
                Version.number(),
                FleetDigest.of(spec),
                console.today().toString(),
                shards,
                selected.tasks(),
                selected.gaps(),
                Map.of());
    }

    private Journal inMemory(Header header) throws Misuse {
        FleetRun.InMemory entries = new FleetRun.InMemory();
        judge(header, header.tasks(), entries::add);
        return entries.journal(header);
    }

    private Journal kept(Path file, String shown, Optional<Plan> planned) throws Misuse {
        try (JournalFile written = open(file, shown, planned)) {
            Journal before = written.journal();
            judge(before.header(), before.left(), written::finish);
            return written.journal();
        } catch (IOException e) {
            throw new Misuse(
                    "The journal `%s` could not be closed.".formatted(shown),
                    "make room where it is, and run it again.");
        }
    }

    private JournalFile open(Path file, String shown, Optional<Plan> planned) throws Misuse {
        Journal.Read read = resume ? JournalFile.read(file, shown) : new Journal.Read.Begun();
        return switch (read) {
            case Journal.Read.Found(Journal found) -> {
                requireSame(found.header(), shown, planned);
                requireFresh(found, shown);
                requireUnchanged(found.header());
                yield JournalFile.resume(file, shown, found.header(), found);
            }
            case Journal.Read.Begun() -> {
                Header header = header(planned);
                yield resume ? JournalFile.again(file, shown, header) : JournalFile.begin(file, shown, header);
            }
        };
    }

    /** Whether a journal is that of the same run: what was finished by other rules is not finished. */
    private void requireSame(Header found, String shown, Optional<Plan> planned) throws Misuse {
        Shard part = shard(planned);
        String why = !found.version().equals(Version.number())
                ? "envgate %s wrote it, and this is %s".formatted(found.version(), Version.number())
                : !found.options().equals(FleetDigest.of(spec))
                        ? "it was written with other options"
                        : !found.shard().equals(part)
                                ? "it is of the shard %s, and this is %s".formatted(found.shard(), part)
                                : planned.isPresent() && !planned.get().digest().equals(found.plan())
                                        ? "it goes by another plan"
                                        : planned.isEmpty() ? otherConfigurations(found, part) : "";
        if (!why.isEmpty()) {
            throw new Misuse(
                    "The journal `%s` is not of this run: %s.".formatted(shown, why),
                    "give the options that it was begun with, or begin anew with another file.");
        }
    }

    private boolean isOld(LocalDate day) {
        return day.isBefore(console.today().minusDays(1));
    }

    /** A run may be interrupted at midnight. What was finished on another day says nothing of this one, and neither does what was begun long ago. */
    private void requireFresh(Journal found, String shown) throws Misuse {
        LocalDate begun = LocalDate.parse(found.header().day());
        if (isOld(begun) || (found.left().isEmpty() && !begun.equals(console.today()))) {
            throw new Misuse(
                    "The journal `%s` was begun on %s: what it says may hold no longer.".formatted(shown, begun),
                    "begin anew with another file, or take this one away first.");
        }
    }

    /** Services of AWS come and go while a run is interrupted, and those that it was begun with count; configurations are named by the caller. */
    private String otherConfigurations(Header found, Shard part) throws Misuse {
        if (part.of() > 1) {
            return "";
        }
        List<String> wanted =
                selection().configured().stream().map(each -> each.unit().key()).toList();
        List<String> there = found.tasks().stream()
                .map(Task::unit)
                .filter(Unit.Configured.class::isInstance)
                .map(Unit::key)
                .toList();
        return wanted.equals(there) ? "" : "it has other configurations";
    }

    /** Whether the configurations are what they were when the journal or the plan was made. */
    private void requireUnchanged(Header header) throws Misuse {
        for (Task each : header.tasks()) {
            if (each.unit() instanceof Unit.Configured(String file)
                    && !each.input()
                            .equals(FleetSelection.input(console.directory()
                                    .toAbsolutePath()
                                    .resolve(file)
                                    .normalize()))) {
                throw new Misuse(
                        "`%s`, or the commit that is checked out there, is not what it was when the run was begun."
                                .formatted(file),
                        "check out the same commit, or begin anew with another plan and another journal.");
            }
        }
    }

    private void judge(Header header, List<Task> left, FleetRun.Finished finished) throws Misuse {
        FleetJudge judge = new FleetJudge(console, options, aws, settings, gate, selection(), day(header));
        try (FleetProgress progress =
                new FleetProgress(console, header.tasks().size(), header.tasks().size() - left.size())) {
            new FleetRun(
                            judge::judge,
                            left,
                            new FleetPlaces(console, aws, settings, options)::of,
                            finished,
                            progress::finished)
                    .judgeAll();
        }
    }

    /** Decisions expire by the day on which the run was begun, however long it takes. */
    private Instant day(Header header) {
        LocalDate day = LocalDate.parse(header.day());
        return day.equals(console.today()) ? console.now() : day.atStartOfDay().toInstant(ZoneOffset.UTC);
    }
}
