package dev.envgate.smallaws;

import java.util.List;
import java.util.stream.Stream;

/**
 * A service of a generated fleet.
 *
 * @param team whose secrets it shares with others in its account and region
 */
public record Member(String name, String account, String region, String team, Flaw flaw) {
    /** What all services run in. */
    public static final String CLUSTER = "apps";

    /**
     * A name that its container gets from a store.
     *
     * @param key of the JSON in the secret; empty for the whole value
     */
    public record Reference(String variable, boolean secret, String stored, String key) {
        private static Reference secret(String variable, String stored) {
            return new Reference(variable, true, stored, "");
        }

        private static Reference key(String variable, String stored, String key) {
            return new Reference(variable, true, stored, key);
        }

        private static Reference parameter(String variable, String stored) {
            return new Reference(variable, false, stored, "");
        }
    }

    /** Twenty: what all services of the account share, what the team shares, and its own. */
    public List<Reference> references() {
        return List.of(
                Reference.secret("DATADOG_API_KEY", "shared/datadog-api-key"),
                Reference.secret("SENTRY_DSN", "shared/sentry-dsn"),
                Reference.secret("SESSION_SECRET", "shared/session-secret"),
                Reference.secret("STRIPE_API_KEY", team + "/stripe-api-key"),
                Reference.secret("KAFKA_PASSWORD", team + "/kafka-password"),
                Reference.secret("REDIS_PASSWORD", team + "/redis-password"),
                Reference.key("DB_HOST", name + "/database", "host"),
                Reference.key("DB_USERNAME", name + "/database", "username"),
                Reference.key("DB_PASSWORD", name + "/database", "password"),
                Reference.secret("API_TOKEN", name + "/api-token"),
                Reference.secret("WEBHOOK_SECRET", name + "/webhook-secret"),
                Reference.secret("SIGNING_KEY", name + "/signing-key"),
                Reference.secret("ENCRYPTION_KEY", name + "/encryption-key"),
                Reference.parameter("OTEL_ENDPOINT", "/shared/otel-endpoint"),
                Reference.parameter("FEATURE_FLAGS_URL", "/shared/feature-flags-url"),
                Reference.parameter("QUEUE_URL", "/" + name + "/queue-url"),
                Reference.parameter("BUCKET_NAME", "/" + name + "/bucket-name"),
                Reference.parameter("CALLBACK_URL", "/" + name + "/callback-url"),
                Reference.parameter("ALLOWED_ORIGINS", "/" + name + "/allowed-origins"),
                Reference.parameter("REPLICA_HOST", "/" + name + "/replica-host"));
    }

    /** What ECS calls its running revision. */
    String revision() {
        return name + ":7";
    }

    /** Those that its running revision has. */
    Stream<Reference> running() {
        return references().stream()
                .filter(each -> flaw != Flaw.UNDEPLOYED || !each.variable().equals(flaw.variable()));
    }

    /** The role that fetches them. */
    public String role() {
        return name + "-execution";
    }

    /** As a task definition has it. */
    public String valueFrom(Reference reference) {
        return reference.secret()
                ? secretArn(reference.stored()) + (reference.key().isEmpty() ? "" : ":" + reference.key() + "::")
                : "arn:aws:ssm:%s:%s:parameter%s".formatted(region, account, reference.stored());
    }

    /** Six characters more, as Secrets Manager adds them. */
    String secretArn(String stored) {
        return "arn:aws:secretsmanager:%s:%s:secret:%s-AbCdEf".formatted(region, account, stored);
    }
}
