package dev.envgate.cli;

import dev.envgate.ledger.Deployment;
import dev.envgate.ledger.Identity;
import dev.envgate.ledger.NotVerified;
import dev.envgate.ledger.Stored;
import dev.envgate.ledger.Stores;
import java.util.List;

/** What was found out about the live side: from AWS, from a file, or not at all. */
record Live(Deployment deployment, Stores stores, Identity identity, List<NotVerified> notVerified) {
    Live {
        notVerified = List.copyOf(notVerified);
    }

    /** What another account says is not what was asked for; {@code account} is empty when any will do. */
    Live in(String account) {
        boolean other = !account.isEmpty() && !identity.account().isEmpty() && !account.equals(identity.account());
        return other ? foreign(account) : this;
    }

    private Live foreign(String account) {
        String why = "The credentials are those of the account %s, and the configuration says %s."
                .formatted(identity.account(), account);
        String hint = "log in to the account of the service, or choose another profile or role.";
        return new Live(new Deployment.NotSeen(why, hint), _ -> new Stored.NotSeen(why, hint), identity, notVerified);
    }

    /** Nothing was asked of AWS; {@code why} is a sentence. */
    static Live notAsked(Deployment deployment, String why) {
        return new Live(deployment, _ -> new Stored.NotAsked(why), Identity.NONE, List.of());
    }
}
