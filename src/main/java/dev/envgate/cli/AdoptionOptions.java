package dev.envgate.cli;

import dev.envgate.config.Setting;
import dev.envgate.ledger.Ledger;
import dev.envgate.ledger.NotVerified;
import dev.envgate.policy.Baseline;
import dev.envgate.policy.BaselineText;
import dev.envgate.policy.Change;
import dev.envgate.report.Run;
import dev.envgate.text.Directories;
import dev.envgate.text.Escape;
import dev.envgate.text.Problem;
import dev.envgate.text.SourceFile;
import dev.envgate.text.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** How a repository begins to use the gate that has findings already. */
final class AdoptionOptions {
    @Option(
            names = "--baseline",
            paramLabel = "FILE",
            description = "Findings of this file do not count. Default: as the configuration says.")
    private Optional<Path> baseline = Optional.empty();

    @Option(
            names = "--since",
            paramLabel = "REVISION",
            description = "Only names that the change since this revision touched can close the gate, "
                    + "counted from where both have come from: origin/main.")
    private String since = "";

    private Optional<Path> written = Optional.empty();

    /** From now on the baseline of this file is written; only some commands can. */
    void writing(Path file) {
        written = Optional.of(file);
    }

    /** What the run is about: the change since a revision, or everything. */
    Change change(Ledger ledger, List<Facts> facts, Console console) throws Misuse {
        if (since.isEmpty()) {
            return Change.EVERYTHING;
        }
        Change change = new Since(console.directory(), since).change(ledger, facts);
        if (change.empty()) {
            console.err()
                    .println("envgate: nothing has changed since `%s`, so every finding is set aside."
                            .formatted(Escape.terminal(since)));
        }
        return change;
    }

    /** The baseline of a run; none when one is being written that is not there yet. */
    Baseline baseline(ConfigFile config, Console console) throws Misuse {
        if (baseline.isEmpty()) {
            requireInside(config);
        }
        Optional<Path> file = baseline.map(console.directory()::resolve)
                .or(() -> configured(config))
                .or(() -> target(console))
                .map(Path::normalize);
        boolean begins = file.isPresent()
                && !Files.exists(file.get())
                && target(console).map(file.get()::equals).orElse(false);
        return file.isEmpty() || begins ? Baseline.NONE : read(file.get(), console);
    }

    private static void requireInside(ConfigFile config) throws Misuse {
        List<Problem> outside = new ConfiguredPaths(config.directory())
                .outside("--baseline", List.of(config.settings().gate().baseline()));
        if (!outside.isEmpty()) {
            throw new Misuse(outside);
        }
    }

    private static Optional<Path> configured(ConfigFile config) {
        Setting said = config.settings().gate().baseline();
        return said.given() ? Optional.of(config.directory().resolve(said.text())) : Optional.empty();
    }

    private Optional<Path> target(Console console) {
        return written.map(each -> console.directory().resolve(each).normalize());
    }

    private static Baseline read(Path file, Console console) throws Misuse {
        Path parent = file.getParent() == null ? file : file.getParent();
        Workspace workspace = new Directories(
                console.directory(),
                List.of(
                        Directories.repository(console.directory(), console.directory()),
                        Directories.repository(parent, parent)));
        return switch (workspace.read(file)) {
            case Workspace.Read.Found(SourceFile found) -> parsed(found);
            case Workspace.Read.Refused(String why) ->
                throw new Misuse(
                        "The baseline `%s` cannot be read: %s.".formatted(workspace.show(file), why),
                        "write it with `envgate check --write-baseline FILE`.");
        };
    }

    private static Baseline parsed(SourceFile file) throws Misuse {
        return switch (BaselineText.read(file)) {
            case BaselineText.Result.Found(Baseline found) -> found;
            case BaselineText.Result.Refused refused -> throw new Misuse(List.of(refused.problem()));
        };
    }

    /** Whether a baseline is to be written; the run is then judged as the next one will be. */
    boolean writes() {
        return written.isPresent();
    }

    /**
     * The baseline after this run: what it found, and of {@code before} what is about services that it did not look at. It is written
     * only when everything could be read, because what was not read would seem healed.
     *
     * @param narrowed whether the run left something out of the services that it looked at; then all of {@code before} stays
     */
    Baseline write(Run run, Baseline before, boolean complete, boolean narrowed, Console console) throws Misuse {
        Path file = target(console).orElseThrow();
        if (!complete || failed(run)) {
            throw new Misuse(
                    "The baseline `%s` was not written, because not everything could be read."
                            .formatted(written.orElseThrow()),
                    "repair what is said to be not verified first; `envgate check` without `--write-baseline` lists it.");
        }
        List<Baseline.Entry> entries = Stream.concat(
                        run.known().stream(), before.entries().stream().filter(each -> narrowed || !run.lookedAt(each)))
                .toList();
        new WholeFile(file).write(BaselineText.of(entries), "The baseline `" + written.orElseThrow() + "`");
        return new Baseline(String.valueOf(written.orElseThrow()), entries);
    }

    private static boolean failed(Run run) {
        return run.ledger().notVerified().stream().anyMatch(each -> each.cause() == NotVerified.Cause.FAILED);
    }
}
