package dev.envgate.cli;

import dev.envgate.dotenv.DotenvReader;
import dev.envgate.ledger.Identity;
import dev.envgate.terraform.Inputs.Assignment;
import dev.envgate.terraform.TerraformReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What files said so far, while the targets of a run are gathered: those that are about the same files share one reading of them. A failure is
 * that of each of them. It is for one look at the targets: whoever looks again reads again.
 */
final class FilesRead {
    private final Map<Asked, Beside<TerraformReader.Result>> configured = new ConcurrentHashMap<>();
    private final Map<List<Path>, Beside<DotenvReader.Result>> contracts = new ConcurrentHashMap<>();

    /**
     * What decides what is configured, within one working directory and its process environment.
     *
     * @param prefixes whether there are any decides what is read of secrets
     * @param identity what data sources may answer with
     */
    record Asked(
            Optional<Path> terraform,
            Optional<Path> plan,
            Optional<Path> state,
            Optional<Path> taskDefinition,
            List<Assignment> assignments,
            String workspace,
            List<String> prefixes,
            Identity identity) {
        Asked {
            assignments = List.copyOf(assignments);
            prefixes = List.copyOf(prefixes);
        }
    }

    /** What is configured, begun to be read unless the same was asked for before. */
    Beside<TerraformReader.Result> configured(Asked asked, Callable<TerraformReader.Result> read) {
        return configured.computeIfAbsent(asked, _ -> Beside.begin(read));
    }

    /** The contract in the files that were asked for, none being those that are found. */
    DotenvReader.Result contract(List<Path> asked, Callable<DotenvReader.Result> read) throws Misuse {
        return contracts.computeIfAbsent(asked, _ -> Beside.begin(read)).end();
    }
}
