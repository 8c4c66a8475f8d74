package dev.envgate.policy;

import dev.envgate.ledger.Finding;
import dev.envgate.ledger.ServiceLedger;

/**
 * Where a row stands: what findings and rows are matched by.
 *
 * @param namesake what tells the service from another one of its name; empty where nothing has to
 */
public record Spot(String environment, String service, String namesake, String container, String name) {
    public static Spot of(ServiceLedger service, String namesake, String container, String name) {
        return new Spot(service.environment(), service.service(), namesake, container, name);
    }

    public static Spot of(Finding finding) {
        return new Spot(
                finding.environment(), finding.service(), finding.namesake(), finding.container(), finding.name());
    }
}
