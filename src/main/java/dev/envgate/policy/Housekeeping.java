package dev.envgate.policy;

import dev.envgate.ledger.Finding;
import dev.envgate.ledger.Ledger;
import dev.envgate.ledger.NotVerified;
import dev.envgate.ledger.Place;
import dev.envgate.ledger.ServiceLedger;
import dev.envgate.ledger.Severity;
import dev.envgate.text.Nearest;
import dev.envgate.text.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * What is to be tidied up in a team's decisions: suppressions that have expired, that ignore nothing, and faults of the baseline that
 * are healed. What finds nothing is only called left over when everything was looked at.
 */
record Housekeeping(Ledger ledger, List<Finding> found, Decisions decisions) {
    List<Finding> findings(Suppressions suppressions, InlineIgnores comments) {
        List<Finding> findings = new ArrayList<>();
        new Expiry(decisions.today()).in(ledger).forEach(findings::add);
        suppressions.expired().forEach(each -> findings.add(expired(each)));
        comments.invalid().forEach(each -> findings.add(invalid(each)));
        if (everythingLookedAt()) {
            suppressions.unused(found).stream()
                    .filter(this::concernsTheRun)
                    .forEach(each -> findings.add(unused(each)));
            comments.unused(found).forEach(each -> findings.add(unused(each)));
            List<Baseline.Entry> healed = healed();
            if (!healed.isEmpty()) {
                findings.add(healed(healed));
            }
        }
        return findings;
    }

    /** A file that does not decide something will not decide it tomorrow either; only what was not asked or did not answer hides findings. */
    private boolean everythingLookedAt() {
        return decisions.whole()
                && ledger.notVerified().stream().allMatch(each -> each.cause() == NotVerified.Cause.UNDECIDED);
    }

    private boolean concernsTheRun(Suppression suppression) {
        return ledger.services().stream().anyMatch(each -> suppression.concerns(each.service(), each.environment()));
    }

    private List<Baseline.Entry> healed() {
        return decisions.baseline().without(found).stream()
                .filter(entry -> ledger.services().stream().anyMatch(service -> isOf(entry, service)))
                .toList();
    }

    private static boolean isOf(Baseline.Entry entry, ServiceLedger service) {
        return entry.service().equals(service.service()) && entry.environment().equals(service.environment());
    }

    private Finding expired(Suppression each) {
        return finding(
                PolicyRule.EXPIRED_SUPPRESSION,
                Severity.WARNING,
                "This suppression of `%s` expired after %s, so its findings count again."
                        .formatted(each.rule(), each.expires()),
                "repair what it was for, or decide anew until when it holds.",
                each.span());
    }

    private Finding unused(Suppression each) {
        return finding(
                PolicyRule.UNUSED_SUPPRESSION,
                Severity.NOTE,
                "This suppression of `%s` ignores nothing.".formatted(each.rule()),
                "take it out, so that it does not hide a fault of tomorrow.",
                each.span());
    }

    private Finding unused(InlineIgnore each) {
        return finding(
                PolicyRule.UNUSED_SUPPRESSION,
                Severity.NOTE,
                "This comment ignores nothing: `%s` finds nothing here.".formatted(each.rule()),
                "take it out, so that it does not hide a fault of tomorrow.",
                each.span());
    }

    private Finding invalid(InlineIgnore each) {
        return InlineIgnores.RULES.contains(each.rule())
                ? finding(
                        PolicyRule.UNUSED_SUPPRESSION,
                        Severity.WARNING,
                        "This comment gives no reason, so it ignores nothing.",
                        "write why after the rule: `# envgate: ignore %s reason`.".formatted(each.rule()),
                        each.span())
                : unknown(each);
    }

    private Finding unknown(InlineIgnore each) {
        return finding(
                PolicyRule.UNUSED_SUPPRESSION,
                Severity.WARNING,
                each.rule().isEmpty()
                        ? "This comment names no rule, so it ignores nothing."
                        : "There is no rule `%s`, so this comment ignores nothing.".formatted(each.rule()),
                Nearest.of(each.rule(), InlineIgnores.RULES)
                        .map("did you mean `%s`?"::formatted)
                        .orElse("`envgate rules` lists them."),
                each.span());
    }

    private Finding healed(List<Baseline.Entry> entries) {
        int count = entries.size();
        return new Finding(
                PolicyRule.STALE_BASELINE.id(),
                Severity.NOTE,
                "",
                "",
                "",
                "%s of the baseline `%s` %s there any more."
                        .formatted(
                                count == 1 ? "1 finding" : count + " findings",
                                decisions.baseline().file(),
                                count == 1 ? "is not" : "are not"),
                "write it again with `--write-baseline %s`."
                        .formatted(decisions.baseline().file()),
                new Place.Nowhere());
    }

    private static Finding finding(PolicyRule rule, Severity severity, String message, String hint, Span span) {
        return new Finding(rule.id(), severity, "", "", "", message, hint, new Place.InFile(span));
    }
}
