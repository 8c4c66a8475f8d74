package dev.envgate.cli;

import dev.envgate.config.EnvironmentSettings;
import dev.envgate.config.ServiceSettings;
import dev.envgate.config.Settings;
import dev.envgate.text.Nearest;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Chooses what a run looks at: each service of the configuration in each of its environments, as far as they were asked for. */
record Targets(Settings settings, List<String> environments, String service) {
    /** Never none. */
    List<Target> all() throws Misuse {
        List<EnvironmentSettings> chosen = chosen();
        List<Target> targets = settings.services().isEmpty() ? withoutServices(chosen) : ofServices(chosen);
        if (targets.isEmpty()) {
            throw unknown("service", service, serviceNames(chosen), "--service");
        }
        return targets;
    }

    private List<EnvironmentSettings> chosen() throws Misuse {
        List<String> known =
                settings.environments().stream().map(each -> each.name().text()).toList();
        for (String asked : environments) {
            if (!known.contains(asked)) {
                throw unknown("environment", asked, known, "--environment");
            }
        }
        return settings.environments().stream()
                .filter(each -> environments.isEmpty()
                        || environments.contains(each.name().text()))
                .toList();
    }

    private static List<Target> withoutServices(List<EnvironmentSettings> chosen) {
        return chosen.isEmpty()
                ? List.of(Target.ASKED)
                : chosen.stream()
                        .map(each -> new Target("", each.name().text(), each.whereabouts()))
                        .toList();
    }

    private List<Target> ofServices(List<EnvironmentSettings> chosen) {
        return settings.services().stream()
                .flatMap(each -> of(each, chosen))
                .filter(each -> service.isEmpty()
                        || each.name().equals(service)
                        || each.whereabouts().service().text().equals(service))
                .toList();
    }

    private static Stream<Target> of(ServiceSettings each, List<EnvironmentSettings> chosen) {
        String name = each.name().text();
        return chosen.isEmpty()
                ? Stream.of(new Target(name, "", each.whereabouts()))
                : chosen.stream()
                        .map(environment -> new Target(name, environment.name().text(), each.in(environment)));
    }

    private Collection<String> serviceNames(List<EnvironmentSettings> chosen) {
        return settings.services().stream()
                .flatMap(each -> of(each, chosen))
                .flatMap(each ->
                        Stream.of(each.name(), each.whereabouts().service().text()))
                .filter(each -> !each.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Misuse unknown(String noun, String asked, Collection<String> known, String option) {
        String nearest = Nearest.of(asked, known)
                .map("did you mean `%s`?"::formatted)
                .orElseGet(() -> "choose with `%s`.".formatted(option));
        String there = known.isEmpty() ? "none" : "`" + String.join("`, `", known) + "`";
        return new Misuse("The configuration has no %s `%s`; it has %s.".formatted(noun, asked, there), nearest);
    }
}
