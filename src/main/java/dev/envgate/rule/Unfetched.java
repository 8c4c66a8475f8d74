package dev.envgate.rule;

import dev.envgate.ledger.Finding;
import dev.envgate.ledger.Severity;

/**
 * Words a finding about something that ECS cannot fetch when the container starts.
 *
 * @param running whether only what runs refers to it, and Terraform to something else
 */
record Unfetched(Rule rule, Subject subject, boolean running) {
    /**
     * {@code message} is about what {@code repair}, without a full stop, makes good; where the name does not run yet, the repair goes on
     * with its deploy.
     */
    Finding finding(String message, String repair) {
        NextStep next = new NextStep(subject.service());
        if (running) {
            return subject.finding(rule, Severity.ERROR, message + ".", next.deploy());
        }
        boolean waiting = subject.configured() && subject.notDeployed() && next.runs();
        return subject.finding(
                rule,
                Severity.ERROR,
                waiting ? message + ", and " + next.live() + " does not have the variable yet." : message + ".",
                waiting ? repair + "; " + next.thenDeploy() : repair + ".");
    }

    /** Who refers to it, at the beginning of a sentence. */
    String referrer() {
        return running || subject.row().configuredEntries().isEmpty()
                ? new NextStep(subject.service()).liveFirst()
                : "Terraform";
    }
}
