package dev.envgate.policy;

import dev.envgate.ledger.Finding;
import dev.envgate.ledger.Wildcard;
import dev.envgate.text.Span;
import java.time.LocalDate;
import java.util.List;

/**
 * A decision of the team that some findings do not count.
 *
 * @param rule the id of a rule
 * @param name the names that it is about
 * @param services what ECS calls the services that it is about; none for all
 * @param environment the environment that it is about; empty for all
 * @param reason a sentence of the team's own
 * @param expires the last day that it holds; {@link LocalDate#MAX} for always
 * @param span where it is written
 */
public record Suppression(
        String rule,
        Wildcard name,
        List<Wildcard> services,
        String environment,
        String reason,
        LocalDate expires,
        Span span) {
    public Suppression {
        services = List.copyOf(services);
    }

    /** The same for services that are now known by the names that ECS has for them. */
    public Suppression of(List<Wildcard> others) {
        return new Suppression(rule, name, others, environment, reason, expires, span);
    }

    boolean expired(LocalDate today) {
        return today.isAfter(expires);
    }

    boolean fits(Finding finding) {
        return rule.equals(finding.rule())
                && name.matches(finding.name())
                && concerns(finding.service(), finding.environment());
    }

    /** Whether findings of a service in an environment can be meant. */
    boolean concerns(String service, String inEnvironment) {
        return (services.isEmpty() || services.stream().anyMatch(each -> each.matches(service)))
                && (environment.isEmpty() || environment.equals(inEnvironment));
    }
}
