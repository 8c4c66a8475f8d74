package dev.envgate.rule;

import dev.envgate.ledger.Finding;
import dev.envgate.ledger.Ledger;
import dev.envgate.ledger.Reference;
import dev.envgate.ledger.Stored;
import java.util.stream.Stream;

/** A name whose secret is scheduled for deletion: ECS can no longer fetch it. */
final class SecretDeleting implements Rule {
    @Override
    public String id() {
        return "secret-deleting";
    }

    @Override
    public String summary() {
        return "The secret that a name refers to is scheduled for deletion, so the container cannot start.";
    }

    @Override
    public Stream<Finding> judge(Ledger ledger) {
        return Stream.concat(
                Subject.of(ledger)
                        .flatMap(each -> each.lookups(Stored.Deleting.class)
                                .limit(1)
                                .map(lookup -> finding(new Unfetched(this, each, lookup.running()), lookup))),
                Unstored.of(ledger, Stored.Deleting.class)
                        .map(each -> each.finding(
                                this, message(each.referrer(), each.reference(), each.state()), repair(each.state()))));
    }

    private static Finding finding(Unfetched unfetched, Subject.Lookup<Stored.Deleting> lookup) {
        return unfetched.finding(
                message(unfetched.referrer(), lookup.reference(), lookup.state()), repair(lookup.state()));
    }

    private static String message(String referrer, Reference reference, Stored.Deleting state) {
        return "%s refers to the secret %s, which is scheduled for deletion on %s and cannot be read until it is restored"
                .formatted(referrer, Titles.of(reference), state.date());
    }

    private static String repair(Stored.Deleting state) {
        return "run `aws secretsmanager restore-secret --secret-id %s`, or refer to another secret"
                .formatted(state.id());
    }
}
