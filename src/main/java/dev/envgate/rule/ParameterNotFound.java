package dev.envgate.rule;

import dev.envgate.ledger.Finding;
import dev.envgate.ledger.Ledger;
import dev.envgate.ledger.Reference;
import dev.envgate.ledger.Stored;
import java.util.stream.Stream;

/** A name whose parameter is not in Parameter Store. */
final class ParameterNotFound implements Rule {
    private static final String REPAIR = "create the parameter, or correct the `valueFrom`";

    @Override
    public String id() {
        return "parameter-not-found";
    }

    @Override
    public String summary() {
        return "The parameter that a name refers to is not in Parameter Store, so the container cannot start.";
    }

    @Override
    public Stream<Finding> judge(Ledger ledger) {
        return Stream.concat(
                Subject.of(ledger)
                        .flatMap(each -> each.lookups(Stored.Missing.class)
                                .filter(lookup -> !Titles.secret(lookup.reference()))
                                .limit(1)
                                .map(lookup ->
                                        finding(new Unfetched(this, each, lookup.running()), lookup.reference()))),
                Unstored.of(ledger, Stored.Missing.class)
                        .filter(each -> !Titles.secret(each.reference()))
                        .map(each -> each.finding(this, message(each.referrer(), each.reference()), REPAIR)));
    }

    private static Finding finding(Unfetched unfetched, Reference reference) {
        return unfetched.finding(message(unfetched.referrer(), reference), REPAIR);
    }

    private static String message(String referrer, Reference reference) {
        return "%s refers to the parameter %s, which is not in Parameter Store"
                .formatted(referrer, Titles.of(reference));
    }
}
