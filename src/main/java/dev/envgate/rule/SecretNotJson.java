package dev.envgate.rule;

import dev.envgate.ledger.Contents;
import dev.envgate.ledger.Finding;
import dev.envgate.ledger.Ledger;
import dev.envgate.ledger.Stored;
import java.util.stream.Stream;

/** A name that takes a key out of a secret that is no JSON object. */
final class SecretNotJson implements Rule {
    @Override
    public String id() {
        return "secret-not-json";
    }

    @Override
    public String summary() {
        return "A name takes a key out of a secret whose value is no JSON object, so the container cannot start.";
    }

    @Override
    public Stream<Finding> judge(Ledger ledger) {
        return Subject.of(ledger)
                .flatMap(each -> each.lookups(Stored.Exists.class)
                        .filter(lookup -> lookup.state().contents() instanceof Contents.NotJson)
                        .limit(1)
                        .map(lookup -> finding(new Unfetched(this, each, lookup.running()), lookup)));
    }

    private static Finding finding(Unfetched unfetched, Subject.Lookup<Stored.Exists> lookup) {
        return unfetched.finding(
                "%s takes the key `%s` out of the secret %s, whose value is no JSON object"
                        .formatted(unfetched.referrer(), lookup.reference().jsonKey(), Titles.of(lookup.reference())),
                "store the value as a JSON object, or refer to the whole secret without a key");
    }
}
