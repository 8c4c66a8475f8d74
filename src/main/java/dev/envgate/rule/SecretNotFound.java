package dev.envgate.rule;

import dev.envgate.ledger.Finding;
import dev.envgate.ledger.Ledger;
import dev.envgate.ledger.Reference;
import dev.envgate.ledger.Stored;
import java.util.stream.Stream;

/** A name whose secret is not in Secrets Manager. */
final class SecretNotFound implements Rule {
    private static final String REPAIR = "create the secret, or correct the `valueFrom`";

    @Override
    public String id() {
        return "secret-not-found";
    }

    @Override
    public String summary() {
        return "The secret that a name refers to is not in Secrets Manager, so the container cannot start.";
    }

    @Override
    public Stream<Finding> judge(Ledger ledger) {
        return Stream.concat(
                Subject.of(ledger)
                        .flatMap(each -> each.lookups(Stored.Missing.class)
                                .filter(lookup -> Titles.secret(lookup.reference()))
                                .limit(1)
                                .map(lookup ->
                                        finding(new Unfetched(this, each, lookup.running()), lookup.reference()))),
                Unstored.of(ledger, Stored.Missing.class)
                        .filter(each -> Titles.secret(each.reference()))
                        .map(each -> each.finding(this, message(each.referrer(), each.reference()), REPAIR)));
    }

    private static Finding finding(Unfetched unfetched, Reference reference) {
        return unfetched.finding(message(unfetched.referrer(), reference), REPAIR);
    }

    private static String message(String referrer, Reference reference) {
        return "%s refers to the secret %s, which is not in Secrets Manager".formatted(referrer, Titles.of(reference));
    }
}
