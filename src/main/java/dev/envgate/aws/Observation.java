package dev.envgate.aws;

import dev.envgate.ledger.Deployment;
import dev.envgate.ledger.Identity;
import dev.envgate.ledger.NotVerified;
import dev.envgate.ledger.Stores;
import java.util.List;

/**
 * What AWS answered.
 *
 * @param identity the account and region that answered
 * @param caller the ARN of whoever asked; empty when it is not known
 * @param deployments one for each query, in the order they were asked
 * @param stores answers for every reference asked for and every reference of the deployments
 * @param notVerified what could not be found out and stands neither in a deployment nor in the stores: the account
 */
public record Observation(
        Identity identity, String caller, List<Deployment> deployments, Stores stores, List<NotVerified> notVerified) {
    public Observation {
        deployments = List.copyOf(deployments);
        notVerified = List.copyOf(notVerified);
    }
}
