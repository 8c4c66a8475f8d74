package dev.envgate.cli;

import dev.envgate.ledger.Conventions;
import dev.envgate.ledger.Environment;
import dev.envgate.ledger.Told;
import dev.envgate.terraform.Inputs;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The environment that a run is in by what was chosen for it: {@code --workspace production}, {@code --var-file envs/production.tfvars}. */
final class ChosenEnvironment {
    private ChosenEnvironment() {}

    /** Empty when nothing tells it, or when what was chosen tells of several. */
    static String of(InputOptions inputs) throws Misuse {
        List<String> told = Stream.concat(Stream.of(inputs.workspace()), varFiles(inputs))
                .flatMap(each -> Told.words(each).stream())
                .map(Conventions.NEUTRAL::environment)
                .flatMap(Optional::stream)
                .map(Environment::name)
                .distinct()
                .toList();
        return told.size() == 1 ? told.getFirst() : "";
    }

    /** Their names, and those of the directories that they lie in. */
    private static Stream<String> varFiles(InputOptions inputs) throws Misuse {
        return inputs.assignments().stream()
                .flatMap(each -> each instanceof Inputs.Assignment.VarFile(Path file)
                        ? Stream.of(file.toString().replace(".tfvars", ""))
                        : Stream.of());
    }
}
