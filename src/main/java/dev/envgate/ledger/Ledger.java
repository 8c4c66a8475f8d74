package dev.envgate.ledger;

import java.util.List;

/** All that was found out in one run, joined: what rules judge and reports show. */
public record Ledger(Identity identity, List<ServiceLedger> services, List<NotVerified> notVerified) {
    public Ledger {
        services = List.copyOf(services);
        notVerified = List.copyOf(notVerified);
    }
}
