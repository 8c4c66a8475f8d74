package dev.envgate.report;

import dev.envgate.ledger.Finding;
import dev.envgate.ledger.NotVerified;
import dev.envgate.ledger.Presence;
import dev.envgate.ledger.Row;
import dev.envgate.ledger.ServiceLedger;
import dev.envgate.policy.Threshold;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One thing that was checked, as formats for tests have it: a name in a container, a fault that no name can be blamed for, or what could
 * not be looked at. Its name stays the same from run to run, so that trackers see it break and heal.
 *
 * @param suite the service, or what else it belongs to
 * @param group the container, or what else it belongs to there
 */
record Checked(String suite, String group, String name, Outcome outcome) {
    /** What came of it. */
    sealed interface Outcome {
        /** Nothing that closes the gate; {@code remarks} are the findings that do not. */
        record Passed(List<Finding> remarks) implements Outcome {}

        /** At least one finding closes the gate. */
        record Failed(List<Finding> findings) implements Outcome {}

        /** Could not be looked at, so it counts neither as good nor as bad; {@code holds} whether the gate stays shut for it. */
        record Unknown(String why, String hint, boolean holds, List<Finding> remarks) implements Outcome {}
    }

    /** All of a run: services in their order, then what belongs to none, then what could not be looked at. There is always one. */
    static List<Checked> of(Run run) {
        List<Checked> all = Stream.of(
                        run.ledger().services().stream().flatMap(service -> of(run, service)),
                        run.general().stream()
                                .map(each ->
                                        alone("envgate", each, run.verdict().threshold())),
                        run.ledger().notVerified().stream()
                                .map(each -> of(each, run.verdict().threshold())))
                .flatMap(each -> each)
                .toList();
        return all.isEmpty() ? List.of(new Checked("envgate", "envgate", "gate", new Outcome.Passed(List.of()))) : all;
    }

    private static Stream<Checked> of(Run run, ServiceLedger service) {
        List<Finding> findings = run.findingsOf(service);
        Rows rows = new Rows(run);
        Map<List<String>, List<Finding>> byName =
                findings.stream().collect(Collectors.groupingBy(each -> List.of(each.container(), each.name())));
        Threshold threshold = run.verdict().threshold();
        Stream<Checked> names = service.containers().stream()
                .flatMap(container -> container.rows().stream()
                        .map(row -> new Checked(
                                service.title(),
                                container.container(),
                                row.name().text(),
                                outcome(
                                        row,
                                        byName.getOrDefault(
                                                List.of(
                                                        container.container(),
                                                        row.name().text()),
                                                List.of()),
                                        threshold))));
        return Stream.concat(
                names,
                findings.stream()
                        .filter(each -> rows.of(each).isEmpty())
                        .map(each -> alone(service.title(), each, threshold)));
    }

    private static Outcome outcome(Row row, List<Finding> findings, Threshold threshold) {
        if (findings.stream().anyMatch(threshold::closes)) {
            return new Outcome.Failed(findings);
        }
        return Stream.of(row.declared(), row.configured(), row.stored(), row.deployed())
                .flatMap(each -> doubt(each).stream())
                .findFirst()
                .<Outcome>map(why -> new Outcome.Unknown(why, "", threshold.requireVerified(), findings))
                .orElse(new Outcome.Passed(findings));
    }

    private static List<String> doubt(Presence presence) {
        return switch (presence) {
            case Presence.Present _, Presence.Absent _ -> List.of();
            case Presence.Conditional conditional ->
                List.of("It is there only when `" + conditional.condition() + "`.");
            case Presence.Unknown unknown -> List.of("Not known: " + unknown.why() + ".");
        };
    }

    /** A finding that is about no row, under the name of its rule. */
    private static Checked alone(String suite, Finding finding, Threshold threshold) {
        String group = finding.container().isEmpty() ? suite : finding.container();
        String name = finding.name().isEmpty() ? finding.rule() : finding.name() + " " + finding.rule();
        List<Finding> only = List.of(finding);
        return new Checked(
                suite, group, name, threshold.closes(finding) ? new Outcome.Failed(only) : new Outcome.Passed(only));
    }

    private static Checked of(NotVerified each, Threshold threshold) {
        String station = each.station().name().toLowerCase(Locale.ROOT);
        return new Checked(
                "not verified",
                station,
                each.what(),
                new Outcome.Unknown(each.why(), each.hint(), threshold.holds(each), List.of()));
    }
}
