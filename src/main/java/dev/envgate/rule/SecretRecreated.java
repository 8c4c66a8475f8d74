package dev.envgate.rule;

import dev.envgate.ledger.Finding;
import dev.envgate.ledger.Ledger;
import dev.envgate.ledger.Stored;
import java.util.stream.Stream;

/** A name whose secret was deleted and made anew: its ARN ends with the six characters of the old one. */
final class SecretRecreated implements Rule {
    @Override
    public String id() {
        return "secret-recreated";
    }

    @Override
    public String summary() {
        return "The secret that a name refers to was deleted and made anew under the same name, so its ARN leads nowhere.";
    }

    @Override
    public Stream<Finding> judge(Ledger ledger) {
        return Subject.of(ledger)
                .flatMap(each -> each.lookups(Stored.Recreated.class)
                        .limit(1)
                        .map(lookup -> finding(new Unfetched(this, each, lookup.running()), lookup)));
    }

    private static Finding finding(Unfetched unfetched, Subject.Lookup<Stored.Recreated> lookup) {
        return unfetched.finding(
                "%s refers to the secret %s, which is gone: the secret that has its name now ends with other six characters"
                        .formatted(unfetched.referrer(), Titles.of(lookup.reference())),
                "refer to `%s`, or to the block that makes the secret instead of an ARN that is written out"
                        .formatted(lookup.state().id()));
    }
}
