package dev.envgate.report;

import dev.envgate.ledger.Finding;
import dev.envgate.ledger.NotVerified;
import dev.envgate.ledger.Severity;
import dev.envgate.ledger.Station;
import dev.envgate.policy.Verdict;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The checklist of a deploy in Markdown: what has to be so before and after it, and of each whether it is done, not done, or cannot be told. */
final class ChecklistReport implements Report {
    private static final int NAMES_SHOWN = 5;

    /** In the order of a deploy. Every rule stands in one of them: the first that names it, and the last for all others. */
    static final List<Item> ITEMS = List.of(
            new Item(
                    "The contract can be read, and declares what the application reads",
                    Set.of(Station.DECLARED),
                    Set.of(
                            "duplicate-declaration",
                            "env-syntax",
                            "expired-declaration",
                            "naming-convention",
                            "undeclared",
                            "undeclared-in-code",
                            "unused-declaration")),
            new Item(
                    "Terraform gives every declared variable to its container",
                    Set.of(Station.CONFIGURED),
                    Set.of(
                            "duplicate-name",
                            "empty-value",
                            "malformed-entry",
                            "malformed-reference",
                            "not-configured",
                            "placeholder-value",
                            "wrong-container")),
            new Item(
                    "Secrets come from a store, and from the one of this environment",
                    Set.of(Station.CONFIGURED),
                    Set.of(
                            "ambiguous-secret-name",
                            "foreign-reference",
                            "other-environment",
                            "plaintext-secret",
                            "static-credentials")),
            new Item(
                    "Every secret, parameter and environment file is there and has a value",
                    Set.of(Station.STORED),
                    Set.of(
                            "env-file-syntax",
                            "env-file-unavailable",
                            "orphan-secret",
                            "parameter-not-found",
                            "secret-deleting",
                            "secret-key-missing",
                            "secret-not-found",
                            "secret-not-json",
                            "secret-recreated",
                            "secret-value-shape",
                            "secret-without-value")),
            new Item(
                    "The execution role may read them",
                    Set.of(Station.STORED),
                    Set.of("no-execution-role", "secret-unreadable")),
            new Item(
                    "What runs is what Terraform has",
                    Set.of(Station.DEPLOYED),
                    Set.of(
                            "ignored-by-terraform",
                            "kind-drift",
                            "reference-drift",
                            "service-behind",
                            "undeployed",
                            "unmanaged",
                            "value-drift")),
            new Item(
                    "The rollout is over, and every task has the values of today",
                    Set.of(Station.DEPLOYED),
                    Set.of("mixed-revisions", "platform-too-old", "rollout-failed", "stale-injection")),
            new Item("The endpoints answer", Set.of(), Set.of("endpoint-failed")),
            new Item(
                    "What was decided to be left alone still holds",
                    Set.of(),
                    Set.of("expired-suppression", "stale-baseline", "unused-suppression")));

    /**
     * A line of the list.
     *
     * @param stations what has to be seen before it can be told to be done
     * @param rules what is found where it is not
     */
    record Item(String text, Set<Station> stations, Set<String> rules) {
        Item {
            stations = stations.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(stations));
            rules = Set.copyOf(rules);
        }
    }

    @Override
    public String id() {
        return "checklist";
    }

    @Override
    public String of(Run run, Style style) {
        StringBuilder list = new StringBuilder("# Deploy checklist\n\n");
        list.append(decision(run.verdict().decision())).append("\n\n");
        ITEMS.stream().filter(item -> asked(item, run)).forEach(item -> list.append(line(item, run)));
        run.problems()
                .forEach(each -> list.append("- [ ] An input can be read: ")
                        .append(Markdown.prose(each.message()))
                        .append('\n'));
        return list.toString();
    }

    private static String decision(Verdict.Decision decision) {
        return switch (decision) {
            case PASS -> "The gate is open.";
            case FAIL -> "The gate is closed.";
            case UNVERIFIED -> "The gate stays shut, because not everything could be verified.";
        };
    }

    /** Endpoints are called after a deploy only: a line that nobody asked about would look done. */
    private static boolean asked(Item item, Run run) {
        return !item.rules().contains("endpoint-failed")
                || run.ledger().services().stream()
                        .anyMatch(each -> !each.probes().isEmpty());
    }

    private static String line(Item item, Run run) {
        List<Finding> findings = run.verdict().findings().stream()
                .filter(each -> item.rules().contains(each.rule()) && each.severity() != Severity.NOTE)
                .toList();
        if (!findings.isEmpty()) {
            return "- [ ] " + item.text() + ": not done. " + told(findings) + "\n";
        }
        List<NotVerified> unseen = run.ledger().notVerified().stream()
                .filter(each -> item.stations().contains(each.station()))
                .toList();
        return unseen.isEmpty() && run.problems().isEmpty()
                ? "- [x] " + item.text() + "\n"
                : "- [ ] " + item.text() + ": cannot be told. " + why(unseen) + "\n";
    }

    private static String told(List<Finding> findings) {
        String shown = findings.stream()
                .limit(NAMES_SHOWN)
                .map(each -> each.name().isEmpty()
                        ? Markdown.code(each.rule())
                        : Markdown.code(each.name()) + " (" + Markdown.code(each.rule()) + ")")
                .collect(Collectors.joining(", "));
        int more = findings.size() - NAMES_SHOWN;
        return shown + (more > 0 ? " and " + more + " more" : "");
    }

    private static String next(String hint) {
        return hint.isEmpty() ? "" : " Next: " + Markdown.prose(Diagnostic.next(hint));
    }

    private static String why(List<NotVerified> unseen) {
        return unseen.isEmpty()
                ? "An input cannot be read."
                : Markdown.prose(unseen.getFirst().why())
                        + next(unseen.getFirst().hint())
                        + (unseen.size() > 1 ? " And " + (unseen.size() - 1) + " more." : "");
    }
}
