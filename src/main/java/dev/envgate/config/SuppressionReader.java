package dev.envgate.config;

import dev.envgate.ledger.Wildcard;
import dev.envgate.policy.Suppression;
import dev.envgate.text.Problem;
import dev.envgate.yaml.YamlNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads one item of {@code suppress}. */
record SuppressionReader(
        List<Problem> problems, List<ServiceSettings> services, List<EnvironmentSettings> environments) {
    private static final List<String> KEYS = List.of("environment", "expires", "name", "reason", "rule", "service");

    Stream<Suppression> read(YamlNode node) {
        if (node instanceof YamlNode.Mapping mapping) {
            return Stream.of(read(new Section("a suppression", mapping, KEYS, problems)));
        }
        problems.add(new Problem(
                node.span(),
                "A suppression must be a mapping.",
                "Write it like `- {rule: not-configured, name: LEGACY_*, reason: …}`."));
        return Stream.of();
    }

    private Suppression read(Section section) {
        Setting rule = section.text("rule");
        if (!rule.given()) {
            problems.add(section.lacks("rule", "Name the rule whose findings do not count."));
        } else if (!RuleNames.ALL.contains(rule.text())) {
            problems.add(RuleNames.problem(rule));
        }
        Setting reason = section.text("reason");
        if (!reason.given() && section.node("reason").isEmpty()) {
            problems.add(section.lacks("reason", "Say why, for whoever reads it next year."));
        }
        Setting service = section.text("service");
        return new Suppression(
                rule.text(),
                new Wildcard(section.text("name").text()),
                service.given() ? List.of(new Wildcard(service(service))) : List.of(),
                environment(section.text("environment")),
                reason.text(),
                date(section.text("expires")),
                rule.given() ? rule.span() : section.mapping().span());
    }

    private String service(Setting service) {
        List<String> known =
                services.stream().flatMap(SuppressionReader::names).distinct().toList();
        if (!known.isEmpty() && known.stream().noneMatch(new Wildcard(service.text())::matches)) {
            problems.add(Choices.problem(service, "There is no service `%s`.".formatted(service.text()), known));
        }
        return service.text();
    }

    /** What the configuration calls a service, and what ECS calls it. */
    private static Stream<String> names(ServiceSettings service) {
        return Stream.concat(
                Stream.of(service.name().text()),
                Stream.concat(Stream.of(service.whereabouts()), service.environments().values().stream())
                        .map(each -> each.service().text())
                        .filter(each -> !each.isEmpty()));
    }

    private String environment(Setting environment) {
        List<String> known =
                environments.stream().map(each -> each.name().text()).toList();
        if (environment.given() && !known.contains(environment.text())) {
            problems.add(
                    Choices.problem(environment, "There is no environment `%s`.".formatted(environment.text()), known));
        }
        return environment.text();
    }

    private LocalDate date(Setting expires) {
        if (!expires.given()) {
            return LocalDate.MAX;
        }
        Optional<LocalDate> date = parse(expires.text());
        if (date.isEmpty()) {
            problems.add(new Problem(
                    expires.span(),
                    "`expires` must be a day of the calendar.",
                    "Write the last day that it holds like `2027-01-31`.",
                    true));
        }
        return date.orElse(LocalDate.MAX);
    }

    private static Optional<LocalDate> parse(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
