package dev.envgate.rule;

import dev.envgate.ledger.Finding;
import dev.envgate.ledger.Ledger;
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
        return Subject.of(ledger)
                .filter(each ->
                        !each.references(Stored.Deleting.class::isInstance).isEmpty())
                .flatMap(each -> each.row().storedStates().stream()
                        .flatMap(state -> state instanceof Stored.Deleting deleting ? Stream.of(deleting) : Stream.of())
                        .limit(1)
                        .map(deleting -> finding(new Unfetched(this, each), deleting)));
    }

    private static Finding finding(Unfetched unfetched, Stored.Deleting deleting) {
        return unfetched.finding(
                "%s refers to the secret `%s`, which is scheduled for deletion on %s and cannot be read until it is restored"
                        .formatted(unfetched.referrer(), deleting.id(), deleting.date()),
                "run `aws secretsmanager restore-secret --secret-id %s`, or refer to another secret"
                        .formatted(deleting.id()));
    }
}
