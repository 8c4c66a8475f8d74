package dev.envgate.rule;

import dev.envgate.ledger.Finding;
import dev.envgate.ledger.Ledger;
import dev.envgate.ledger.Reference;
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
        return Stream.concat(
                Subject.of(ledger)
                        .flatMap(each -> each.lookups(Stored.WithoutValue.class)
                                .limit(1)
                                .map(lookup -> finding(new Unfetched(this, each, lookup.running()), lookup))),
                Unstored.of(ledger, Stored.WithoutValue.class)
                        .map(each -> each.finding(
                                this, message(each.referrer(), each.reference(), each.state()), repair(each.state()))));
    }

    private static Finding finding(Unfetched unfetched, Subject.Lookup<Stored.WithoutValue> lookup) {
        return unfetched.finding(
                message(unfetched.referrer(), lookup.reference(), lookup.state()), repair(lookup.state()));
    }

    private static String message(String referrer, Reference reference, Stored.WithoutValue state) {
        return "%s refers to the secret %s, which has no value with the stage `%s`"
                .formatted(referrer, Titles.of(reference), state.stage());
    }

    private static String repair(Stored.WithoutValue state) {
        return "give the secret a value with `aws secretsmanager put-secret-value --secret-id %s --secret-string file://FILE`"
                .formatted(state.id());
    }
}
