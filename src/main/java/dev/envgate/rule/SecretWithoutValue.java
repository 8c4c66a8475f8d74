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
                .filter(each ->
                        !each.references(Stored.WithoutValue.class::isInstance).isEmpty())
                .flatMap(each -> each.row().storedStates().stream()
                        .flatMap(state ->
                                state instanceof Stored.WithoutValue without ? Stream.of(without) : Stream.of())
                        .limit(1)
                        .map(without -> finding(new Unfetched(this, each), without)));
    }

    private static Finding finding(Unfetched unfetched, Stored.WithoutValue without) {
        return unfetched.finding(
                "%s refers to the secret `%s`, which has no value with the stage `%s`"
                        .formatted(unfetched.referrer(), without.id(), without.stage()),
                "give the secret a value with `aws secretsmanager put-secret-value --secret-id %s`"
                        .formatted(without.id()));
    }
}
