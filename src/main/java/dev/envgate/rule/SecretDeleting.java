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
                .flatMap(each -> each.lookups(Stored.Deleting.class)
                        .limit(1)
                        .map(lookup -> finding(new Unfetched(this, each, lookup.running()), lookup)));
    }

    private static Finding finding(Unfetched unfetched, Subject.Lookup<Stored.Deleting> lookup) {
        return unfetched.finding(
                "%s refers to the secret %s, which is scheduled for deletion on %s and cannot be read until it is restored"
                        .formatted(
                                unfetched.referrer(),
                                Titles.of(lookup.reference()),
                                lookup.state().date()),
                "run `aws secretsmanager restore-secret --secret-id %s`, or refer to another secret"
                        .formatted(lookup.state().id()));
    }
}
