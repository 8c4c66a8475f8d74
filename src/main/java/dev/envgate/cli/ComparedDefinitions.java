package dev.envgate.cli;

import dev.envgate.ledger.Conventions;
import dev.envgate.ledger.Deployment;
import dev.envgate.ledger.Environment;
import dev.envgate.ledger.Station;
import dev.envgate.ledger.TaskDefinition;
import dev.envgate.policy.ComparedSide;
import dev.envgate.policy.Comparing;
import dev.envgate.policy.Comparison;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Two task definitions, from files or from AWS: the revision to be promoted and the one that runs. */
record ComparedDefinitions(Console console, Reading reading) {
    /** Where a task definition comes from. */
    sealed interface Source {
        record File(Path path) implements Source {}

        record Revision(String name) implements Source {}

        static Source file(Path path) {
            return new File(path);
        }

        static Source revision(String name) {
            return new Revision(name);
        }
    }

    Comparison compare(Source from, Source to) throws Misuse {
        ComparedSide left = side(from);
        ComparedSide right = side(to);
        Comparing comparing = new Comparing(left.title(), right.title());
        comparing.add(Station.DEPLOYED, "", left, right);
        return comparing.result();
    }

    private ComparedSide side(Source source) throws Misuse {
        return switch (source) {
            case Source.File(Path path) ->
                known(path.toString(), reading.file(console.directory().resolve(path)));
            case Source.Revision(String name) -> revision(name);
        };
    }

    private ComparedSide revision(String name) throws Misuse {
        return switch (reading.revision(name)) {
            case Deployment.Running running -> known(name, running.definition());
            case Deployment.Started started -> known(name, started.definition());
            case Deployment.Newest newest -> known(name, newest.definition());
            case Deployment.Missing _ -> unknown(name, "There is no such revision.", "");
            case Deployment.NotSeen(String why, String hint) -> unknown(name, why, hint);
            case Deployment.NotAsked(String why) -> unknown(name, why + ".", "");
        };
    }

    private static ComparedSide known(String title, TaskDefinition definition) {
        return new ComparedSide(title, words(definition.family().toString()), List.of(definition), "", "");
    }

    private static ComparedSide unknown(String title, String why, String hint) {
        return new ComparedSide(title, List.of(), List.of(), why, hint);
    }

    /** The words of the environment that a family's name speaks of; none when it speaks of none. */
    private static List<String> words(String family) {
        return Stream.of(family.toLowerCase(Locale.ROOT).split("[^a-z0-9]+", -1))
                .flatMap(word -> Conventions.NEUTRAL.environment(word).stream())
                .map(Environment::words)
                .findFirst()
                .orElse(List.of());
    }
}
