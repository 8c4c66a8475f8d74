package dev.envgate.rule;

import dev.envgate.ledger.Finding;
import dev.envgate.ledger.Ledger;
import dev.envgate.ledger.Stored;
import java.util.stream.Stream;

/** A name whose secret has no value to give. */
final class SecretWithoutValue implements Rule {
    @Override
    public String id() {
        return "secret-without-value";
    }

    @Override
    public String summary() {
        return "The secret that a name refers to has no version with the stage that is asked for, so the container cannot start.";
    }

    @Override
    public Stream<Finding> judge(Ledger ledger) {
        return Subject.of(ledger)
                .flatMap(each -> each.lookups(Stored.WithoutValue.class)
                        .limit(1)
                        .map(lookup -> finding(new Unfetched(this, each, lookup.running()), lookup)));
    }

    private static Finding finding(Unfetched unfetched, Subject.Lookup<Stored.WithoutValue> lookup) {
        return unfetched.finding(
                "%s refers to the secret %s, which has no value with the stage `%s`"
                        .formatted(
                                unfetched.referrer(),
                                Titles.of(lookup.reference()),
                                lookup.state().stage()),
                "give the secret a value with `aws secretsmanager put-secret-value --secret-id %s --secret-string file://FILE`"
                        .formatted(lookup.state().id()));
    }
}
