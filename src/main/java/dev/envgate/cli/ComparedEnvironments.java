package dev.envgate.cli;

import dev.envgate.config.Settings;
import dev.envgate.ledger.Deployment;
import dev.envgate.ledger.Environment;
import dev.envgate.ledger.Station;
import dev.envgate.ledger.TaskDefinition;
import dev.envgate.policy.ComparedSide;
import dev.envgate.policy.Comparing;
import java.util.List;
import java.util.Optional;

/** Two environments of a configuration, compared service by service: by Terraform, and by what runs. */
record ComparedEnvironments(Gathering gathering, Settings settings) {
    void into(Comparing comparing, String from, String to) throws Misuse {
        List<Facts> all = gathering.of(List.of(from, to));
        for (Facts left : all) {
            Optional<Facts> right = all.stream()
                    .filter(each -> each.target().environment().equals(to)
                            && each.target().name().equals(left.target().name()))
                    .findFirst();
            if (left.target().environment().equals(from) && right.isPresent()) {
                compare(comparing, left, right.get());
            }
        }
    }

    private void compare(Comparing comparing, Facts left, Facts right) {
        String service = left.target().name();
        comparing.add(Station.CONFIGURED, service, configured(left), configured(right));
        if (left.deployment() instanceof Deployment.NotAsked(String why)) {
            comparing.notAsked(
                    Station.DEPLOYED, service.isEmpty() ? left.selection().service() : service, why + ".");
        } else {
            comparing.add(Station.DEPLOYED, service, deployed(left), deployed(right));
        }
    }

    private ComparedSide configured(Facts facts) {
        return side(facts, facts.selection().definitions(), "Terraform has no task definition for it.", "");
    }

    private ComparedSide deployed(Facts facts) {
        return switch (facts.deployment()) {
            case Deployment.Running running -> side(facts, List.of(running.definition()), "", "");
            case Deployment.Started started -> side(facts, List.of(started.definition()), "", "");
            case Deployment.Newest newest -> side(facts, List.of(newest.definition()), "", "");
            case Deployment.Missing _ -> side(facts, List.of(), "There is no such service, so nothing of it runs.", "");
            case Deployment.NotSeen(String why, String hint) -> side(facts, List.of(), why, hint);
            case Deployment.NotAsked(String why) -> side(facts, List.of(), why, "");
        };
    }

    private ComparedSide side(Facts facts, List<TaskDefinition> definitions, String why, String hint) {
        String environment = facts.target().environment();
        List<String> words = settings.conventions()
                .environment(environment)
                .map(Environment::words)
                .orElse(List.of());
        return new ComparedSide(environment, words, definitions, why, hint);
    }
}
