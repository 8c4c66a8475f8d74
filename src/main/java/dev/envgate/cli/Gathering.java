package dev.envgate.cli;

import dev.envgate.aws.AwsSettings;
import dev.envgate.ledger.NotVerified;
import dev.envgate.ledger.Station;
import dev.envgate.report.Diagnostic;
import dev.envgate.text.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads the facts of every target of a run, side by side. A target that cannot be read does not stop the others.
 *
 * @param drafts texts that are read in the place of what stands in some files
 */
record Gathering(
        Console console,
        ConfigFile file,
        ConfigOptions config,
        InputOptions inputs,
        AwsOptions aws,
        AwsSettings settings,
        CodeSearches searches,
        Map<Path, String> drafts) {
    private static final int AT_ONCE = 4;

    /** A run with searches of its own. */
    Gathering(
            Console console,
            ConfigFile file,
            ConfigOptions config,
            InputOptions inputs,
            AwsOptions aws,
            AwsSettings settings) {
        this(console, file, config, inputs, aws, settings, new CodeSearches(), Map.of());
    }

    /** The same, as if other texts stood in some files. */
    Gathering over(Map<Path, String> texts) {
        return new Gathering(console, file, config, inputs, aws, settings, searches, texts);
    }

    /**
     * What came of it.
     *
     * @param whole whether all services and environments of the configuration were asked for
     * @param beside what could not be looked at and belongs to no target
     */
    record Gathered(List<Facts> facts, List<Misuse> refusals, boolean whole, List<NotVerified> beside) {
        Gathered {
            beside = List.copyOf(beside);
            facts = List.copyOf(facts);
            refusals = List.copyOf(refusals);
        }

        /** The same with other facts, and more that could not be looked at. */
        Gathered with(List<Facts> others, List<NotVerified> more) {
            return new Gathered(
                    others,
                    refusals,
                    whole,
                    Stream.concat(beside.stream(), more.stream()).toList());
        }

        /** Whether everything that was asked for could be read. */
        boolean complete() {
            return refusals.isEmpty();
        }

        /** What could not be read, as a part of the report: without it the gate is never open. */
        List<NotVerified> unread() {
            return Stream.concat(beside.stream(), refusals.stream().flatMap(Gathered::unread))
                    .distinct()
                    .toList();
        }

        private static Stream<NotVerified> unread(Misuse refusal) {
            return refusal.problems().isEmpty()
                    ? Stream.of(new NotVerified(
                            Station.CONFIGURED, "a service of the configuration", refusal.sentence(), refusal.hint()))
                    : refusal.problems().stream().map(Gathered::unread);
        }

        private static NotVerified unread(Problem problem) {
            return new NotVerified(Station.CONFIGURED, problem.span().toString(), problem.message(), problem.hint());
        }

        /** What could not be read, as it is said to people: the same thing once. */
        List<Problem> problems() {
            Map<String, Problem> said = new LinkedHashMap<>();
            refusals.stream()
                    .flatMap(each -> each.said().stream())
                    .forEach(each -> said.putIfAbsent(each.span() + " " + each.message(), each));
            return List.copyOf(said.values());
        }

        /** Says what could not be read, the same thing once. */
        void print(Diagnostic diagnostic, Console console) {
            problems().stream().map(diagnostic::of).forEach(console.err()::print);
        }
    }

    Gathered gather() throws Misuse {
        if (inputs.all()) {
            FilesRead files = new FilesRead();
            Everything.Services everything = new Everything(inputs, aws, file.settings()).of(targets(), this, files);
            return gather(everything.targets(), false, everything.beside(), files);
        }
        List<Target> targets = targets();
        boolean whole = inputs.service().isEmpty()
                && inputs.families().isEmpty()
                && config.environments().isEmpty()
                && inputs.containers().isEmpty();
        return targets.size() == 1
                ? new Gathered(List.of(reading(targets.getFirst()).facts()), List.of(), whole, List.of())
                : gather(targets, whole, List.of(), new FilesRead());
    }

    /** The facts of every service in some environments; here all of them have to be readable. */
    List<Facts> of(List<String> environments) throws Misuse {
        Gathered gathered = gather(targets(environments), false, List.of(), new FilesRead());
        requireNone(gathered.refusals());
        return gathered.facts();
    }

    /** The one target of a run that can be about one only. */
    Reading only() throws Misuse {
        List<Target> targets = targets();
        if (targets.size() > 1) {
            throw new Misuse(
                    "The configuration has more than one service to look at: %s."
                            .formatted(targets.stream()
                                    .map(each -> "`" + each.title() + "`")
                                    .collect(Collectors.joining(", "))),
                    "choose one with `--service` and `--environment`.");
        }
        return reading(targets.getFirst());
    }

    private List<Target> targets() throws Misuse {
        return targets(config.environments());
    }

    private List<Target> targets(List<String> environments) throws Misuse {
        List<Target> targets = families(new Targets(file.settings(), environments, inputs.service()).all());
        List<Problem> problems = targets.stream()
                .flatMap(each -> new ConfiguredPaths(file.directory()).problems(each.whereabouts()).stream())
                .distinct()
                .toList();
        if (!problems.isEmpty()) {
            throw new Misuse(problems);
        }
        return targets;
    }

    /** The families that were asked for, in each place that is looked at; the targets themselves when there are none. */
    private List<Target> families(List<Target> targets) throws Misuse {
        if (inputs.families().isEmpty()) {
            return targets;
        }
        if (!inputs.service().isEmpty()) {
            throw new Misuse("`--service` and `--family` both say what is looked at.", "give one of the two.");
        }
        return targets.stream()
                .flatMap(each -> inputs.families().stream().map(each::of))
                .distinct()
                .toList();
    }

    /** How AWS is reached for a target. */
    AwsSettings place(Target target) throws Misuse {
        String cluster =
                inputs.cluster().isEmpty() ? target.whereabouts().cluster().text() : inputs.cluster();
        return ArnPlace.of(cluster, aws.over(target.over(settings)));
    }

    Reading reading(Target target) throws Misuse {
        return reading(target, new FilesRead());
    }

    /** One that shares what files say with others. */
    Reading reading(Target target, FilesRead files) throws Misuse {
        return new Reading(
                console, target, inputs.over(target, file.directory()), aws, place(target), searches, files, drafts);
    }

    /** What files say of every target, and what AWS says of it; here all of them have to be readable. */
    Map<Pending, Live> sights() throws Misuse {
        return sights(targets());
    }

    /** The same of some targets. */
    Map<Pending, Live> sights(List<Target> targets) throws Misuse {
        List<Pending> pending = allPending(targets);
        List<Live> lives = aws.liveSides(console).of(pending);
        Map<Pending, Live> sights = new LinkedHashMap<>();
        for (int i = 0; i < pending.size(); i++) {
            sights.put(pending.get(i), lives.get(i));
        }
        return sights;
    }

    private Gathered gather(List<Target> targets, boolean whole, List<NotVerified> beside, FilesRead files)
            throws Misuse {
        List<Misuse> refusals = new ArrayList<>();
        List<Pending> pending = pending(targets, refusals, files);
        List<Live> lives = aws.liveSides(console).of(pending);
        List<Facts> facts = new ArrayList<>();
        for (int i = 0; i < pending.size(); i++) {
            try {
                facts.add(pending.get(i).with(lives.get(i)));
            } catch (Misuse misuse) {
                refusals.add(misuse.of(pending.get(i).target().title()));
            }
        }
        return new Gathered(facts, refusals, whole, beside);
    }

    /** What a run is about: with {@code --all} AWS is asked for it, and what it does not answer belongs to no target. */
    Everything.Services asked() throws Misuse {
        return inputs.all()
                ? new Everything(inputs, aws, file.settings()).of(targets(), this, new FilesRead())
                : new Everything.Services(targets(), List.of());
    }

    /** What files say of every target, before anything is asked; here all of them have to be readable. */
    List<Pending> allPending() throws Misuse {
        return allPending(targets());
    }

    /** The same of some targets. */
    List<Pending> allPending(List<Target> targets) throws Misuse {
        List<Misuse> refusals = new ArrayList<>();
        List<Pending> pending = pending(targets, refusals, new FilesRead());
        requireNone(refusals);
        return pending;
    }

    /** What files say of every target, of one that AWS is not asked about. */
    List<Facts> configured() throws Misuse {
        List<Facts> facts = new ArrayList<>();
        for (Pending each : allPending()) {
            if (each.side() instanceof Pending.LiveSide.Known(Live live)) {
                facts.add(each.with(live));
            }
        }
        return facts;
    }

    /** What contracts and code alone say of every target. */
    List<Facts> declared() throws Misuse {
        List<Facts> facts = new ArrayList<>();
        FilesRead files = new FilesRead();
        for (Target target : targets()) {
            facts.add(reading(target, files).declared());
        }
        return facts;
    }

    private static void requireNone(List<Misuse> refusals) throws Misuse {
        if (!refusals.isEmpty()) {
            throw Misuse.of(refusals);
        }
    }

    /** What files say of the targets that can be read. */
    private List<Pending> pending(List<Target> targets, List<Misuse> refusals, FilesRead files) throws Misuse {
        Map<Target, Future<Pending>> answers = new LinkedHashMap<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            for (Target target : targets) {
                Callable<Pending> read = reading(target, files)::pending;
                answers.put(target, threads.submit(read));
            }
        }
        List<Pending> pending = new ArrayList<>();
        for (Map.Entry<Target, Future<Pending>> each : answers.entrySet()) {
            try {
                pending.add(answer(each.getValue()));
            } catch (Misuse misuse) {
                refusals.add(misuse.of(each.getKey().title()));
            }
        }
        return pending;
    }

    private static Pending answer(Future<Pending> future) throws Misuse {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reading", e);
        } catch (ExecutionException e) {
            throw thrown(e);
        }
    }

    /** What reading threw; a defect keeps its own lines. */
    private static Misuse thrown(ExecutionException e) {
        if (e.getCause() instanceof RuntimeException defect) {
            throw defect;
        }
        if (e.getCause() instanceof Error defect) {
            throw defect;
        }
        return e.getCause() instanceof Misuse misuse
                ? misuse
                : new Misuse("Reading a service failed.", "run it again.");
    }
}
