package dev.envgate.snapshot;

import dev.envgate.ledger.Deployment;
import dev.envgate.ledger.Identity;
import dev.envgate.ledger.NotVerified;
import java.util.List;

/**
 * The live side of one service in one environment.
 *
 * @param service what the configuration calls it; empty without a configuration
 * @param environment empty where the configuration has none
 * @param asked what AWS was asked for: a service with its cluster, or a family
 * @param caller the ARN of whoever asked
 */
public record Sight(
        String service,
        String environment,
        Asked asked,
        Identity identity,
        String caller,
        Deployment deployment,
        List<Recorded> answers,
        List<NotVerified> notVerified) {
    public Sight {
        answers = List.copyOf(answers);
        notVerified = List.copyOf(notVerified);
    }

    /** Something of ECS that was looked for; what does not apply is empty. */
    public record Asked(String cluster, String service, String family) {}
}
