package dev.envgate.ledger;

import java.time.Instant;

/**
 * A task that runs, and the revision that it really runs.
 *
 * @param id the last part of its ARN
 * @param started when its containers were started, and secrets injected; {@link Instant#MAX} when AWS does not say
 * @param platformVersion of Fargate; empty elsewhere
 */
public record RunningTask(String id, String revision, Instant started, String platformVersion) {}
