package dev.envgate.rule;

import dev.envgate.ledger.Contents;
import dev.envgate.ledger.Finding;
import dev.envgate.ledger.Ledger;
import dev.envgate.ledger.Stored;
import java.util.stream.Stream;

/** A name that takes a key out of a JSON secret that does not have it. */
final class SecretKeyMissing implements Rule {
    @Override
    public String id() {
        return "secret-key-missing";
    }

    @Override
    public String summary() {
        return "The secret that a name refers to does not have the key that is asked for, so the container cannot start.";
    }

    @Override
    public Stream<Finding> judge(Ledger ledger) {
        return Subject.of(ledger)
                .flatMap(each -> each.lookups(Stored.Exists.class)
                        .flatMap(lookup -> lookup.state().contents() instanceof Contents.WithoutKey(String meant)
                                ? Stream.of(finding(new Unfetched(this, each, lookup.running()), lookup, meant))
                                : Stream.of())
                        .limit(1));
    }

    private static Finding finding(Unfetched unfetched, Subject.Lookup<Stored.Exists> lookup, String meant) {
        return unfetched.finding(
                "%s takes the key `%s` out of the secret %s, which has no such key"
                        .formatted(unfetched.referrer(), lookup.reference().jsonKey(), Titles.of(lookup.reference())),
                meant.isEmpty()
                        ? "add the key to the secret, or correct the `valueFrom`"
                        : "take the key `%s`, which the secret has".formatted(meant));
    }
}
