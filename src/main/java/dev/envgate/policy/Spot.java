package dev.envgate.policy;

import dev.envgate.ledger.Finding;
import dev.envgate.ledger.ServiceLedger;

/**
 * Where a row stands.
 *
 * @param apart what tells the service from another one of its name; empty where nothing has to
 */
record Spot(String environment, String service, String apart, String container, String name) {
    static Spot of(ServiceLedger service, String apart, String container, String name) {
        return new Spot(service.environment(), service.service(), apart, container, name);
    }

    static Spot of(Finding finding) {
        return new Spot(finding.environment(), finding.service(), finding.apart(), finding.container(), finding.name());
    }
}
