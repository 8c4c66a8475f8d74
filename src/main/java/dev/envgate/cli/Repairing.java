package dev.envgate.cli;

import dev.envgate.ledger.Finding;
import dev.envgate.policy.Baseline;
import dev.envgate.repair.Fault;
import dev.envgate.repair.Outcome;
import dev.envgate.repair.Patch;
import dev.envgate.repair.Repairs;
import dev.envgate.report.Run;
import dev.envgate.text.SourceFile;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Repairs one finding after the other, each on top of those before, and believes no patch that does not prove itself. AWS is asked once,
 * before; what it said holds for every proof.
 *
 * @param targets what the run is about
 * @param lives what AWS said of each target, in their order
 * @param values values of settings that a person has given
 */
record Repairing(
        Console console,
        Gathering gathering,
        ConfigFile file,
        GateOptions gate,
        Baseline baseline,
        List<Target> targets,
        List<Live> lives,
        Map<String, String> values) {
    /** A patch may bring the next break of the same name to light, and that one more: a secret, a right, a declaration. */
    private static final int DEEPEST = 3;

    /** What was made of one finding. */
    sealed interface Result {
        Finding finding();

        /** A patch that has proven itself; {@code before} and {@code after} it the files stand so. */
        record Patched(Finding finding, List<Patch> patches, Drafts before, Drafts after) implements Result {}

        /** Files cannot heal it. */
        record Told(Finding finding, Outcome.Commands commands) implements Result {}

        /** There is no repair; {@code why} is a sentence. */
        record Left(Finding finding, String why) implements Result {}
    }

    /** The files and what is found in them. */
    private record State(Drafts drafts, Run run) {}

    /** A state that a patch led to. */
    private record Step(State state, List<Patch> patches) {}

    Run judged(Drafts drafts) throws Misuse {
        List<Pending> pending = gathering.over(Map.copyOf(drafts.texts())).allPending(targets);
        List<Facts> facts = new ArrayList<>();
        for (int i = 0; i < pending.size(); i++) {
            facts.add(pending.get(i).with(lives.get(i)));
        }
        return gate.judge(
                new Gathering.Gathered(facts, List.of(), false, List.of()),
                file,
                new AdoptionOptions(),
                baseline,
                console);
    }

    List<Result> of(List<Finding> findings, Drafts drafts, Run run) throws Misuse {
        List<Result> results = new ArrayList<>();
        State state = new State(drafts, run);
        for (Finding each : lastNumbersFirst(findings)) {
            Optional<Finding> still = still(each, state.run());
            if (still.isEmpty()) {
                continue;
            }
            switch (Repairs.of(fault(still.get(), state))) {
                case Outcome.Commands commands -> results.add(new Result.Told(still.get(), commands));
                case Outcome.ByHand(String why) -> results.add(new Result.Left(still.get(), why));
                case Outcome.Patches patches -> {
                    Set<String> refused = new LinkedHashSet<>();
                    Optional<Step> step = tried(still.get(), patches, state, refused, 0);
                    results.add(
                            step.isPresent()
                                    ? new Result.Patched(
                                            still.get(),
                                            step.get().patches(),
                                            state.drafts(),
                                            step.get().state().drafts())
                                    : new Result.Left(still.get(), why(still.get(), patches, refused)));
                    state = step.map(Step::state).orElse(state);
                }
            }
        }
        return results;
    }

    /** Of findings that nothing but their number tells apart: with the last one gone the others keep theirs. */
    private static List<Finding> lastNumbersFirst(List<Finding> findings) {
        Deque<Finding> numbered =
                new ArrayDeque<>(findings.stream().filter(Repairing::isNumbered).toList());
        return findings.stream()
                .map(each -> isNumbered(each) ? numbered.removeLast() : each)
                .toList();
    }

    private static boolean isNumbered(Finding finding) {
        return finding.apart().matches(Proof.NUMBER);
    }

    /** One patch of several, on top of files that are drafted already. */
    Result of(Finding finding, Outcome.Patches patches, Drafts drafts) throws Misuse {
        State state = new State(drafts, judged(drafts));
        Set<String> refused = new LinkedHashSet<>();
        Optional<Step> step = tried(finding, patches, state, refused, 0);
        return step.isPresent()
                ? new Result.Patched(
                        finding,
                        step.get().patches(),
                        drafts,
                        step.get().state().drafts())
                : new Result.Left(finding, why(finding, patches, refused));
    }

    private static String why(Finding finding, Outcome.Patches patches, Set<String> refused) {
        return refused.isEmpty()
                ? patches.otherwise()
                : patches.otherwise() + " A patch was tried and is not offered: "
                        + refused.iterator().next() + "."
                        + (finding.hint().isEmpty() ? "" : " Next: " + finding.hint());
    }

    private static Optional<Finding> still(Finding finding, Run run) {
        return run.verdict().findings().stream()
                .filter(each -> each.fingerprint().equals(finding.fingerprint()))
                .findFirst();
    }

    private Fault fault(Finding finding, State state) {
        return new Fault(finding, state.run().ledger(), state.drafts(), values);
    }

    private Optional<Step> tried(Finding finding, Outcome.Patches patches, State state, Set<String> refused, int depth)
            throws Misuse {
        for (Patch each : patches.patches()) {
            Optional<Step> step = tried(finding, each, state, refused, depth);
            if (step.isPresent()) {
                return step;
            }
        }
        return Optional.empty();
    }

    private Optional<Step> tried(Finding finding, Patch patch, State state, Set<String> refused, int depth)
            throws Misuse {
        Optional<Drafts> drafts = with(patch, state.drafts());
        if (drafts.isEmpty()) {
            refused.add("the text that it would change stands in no file of its own");
            return Optional.empty();
        }
        Run after;
        try {
            after = judged(drafts.get());
        } catch (Misuse unreadable) {
            refused.add("the files could not be read with it");
            return Optional.empty();
        }
        Proof proof = new Proof(state.run(), after, finding, patch);
        Optional<String> why = proof.refuted();
        if (why.isEmpty()) {
            return Optional.of(new Step(new State(drafts.get(), after), List.of(patch)));
        }
        Optional<Step> further = further(finding, patch, proof, new State(drafts.get(), after), state, refused, depth);
        if (further.isEmpty()) {
            refused.add(why.get());
        }
        return further;
    }

    /** The breaks that a patch has brought to light are repaired along with it; then all together have to be a proof. */
    private Optional<Step> further(
            Finding finding, Patch patch, Proof first, State after, State before, Set<String> refused, int depth)
            throws Misuse {
        List<Patch> all = new ArrayList<>(List.of(patch));
        State state = after;
        Proof proof = first;
        for (int i = depth; i < DEEPEST && proof.refuted().isPresent(); i++) {
            List<Finding> news = proof.news();
            boolean own = !news.isEmpty()
                    && news.stream()
                            .allMatch(each -> each.name().equals(finding.name())
                                    || (finding.name().isEmpty()
                                            && each.container().equals(finding.container())));
            if (!own || !(Repairs.of(fault(news.getFirst(), state)) instanceof Outcome.Patches patches)) {
                return Optional.empty();
            }
            Optional<Step> step = tried(news.getFirst(), patches, state, refused, depth + 1);
            if (step.isEmpty()) {
                return Optional.empty();
            }
            state = step.get().state();
            all.addAll(step.get().patches());
            proof = new Proof(before.run(), state.run(), finding, patch);
        }
        return proof.refuted().isPresent() ? Optional.empty() : Optional.of(new Step(state, all));
    }

    /** The files with a patch made; none where one of them is not to be found as it was read. */
    private static Optional<Drafts> with(Patch patch, Drafts drafts) {
        Drafts result = drafts;
        for (SourceFile each : patch.files()) {
            Optional<Path> path = drafts.path(each.path());
            boolean same = path.flatMap(drafts::read)
                    .map(read -> read.text().equals(each.text()))
                    .orElse(false);
            if (!same) {
                return Optional.empty();
            }
            result = result.with(path.orElseThrow(), patch.text(each));
        }
        return Optional.of(result);
    }
}
