package dev.envgate.cli;

import dev.envgate.aws.AwsSettings;
import dev.envgate.aws.Request;
import dev.envgate.dotenv.DotenvReader;
import dev.envgate.ledger.Code;
import dev.envgate.ledger.Configuration;
import dev.envgate.ledger.Deployment;
import dev.envgate.ledger.TaskDefinition;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * What files say of a target, and what is still to be found out about its live side.
 *
 * @param settings how AWS is reached for it
 * @param chosen the service that it is about, as far as files tell which
 * @param containers the only ones to look at; none for all
 * @param prefixes what the names of its secrets and parameters begin with
 * @param terraform where what is configured was read
 */
record Pending(
        Target target,
        AwsSettings settings,
        DotenvReader.Result contract,
        CompletableFuture<Code> code,
        Configuration configuration,
        Selection chosen,
        LiveSide side,
        List<String> containers,
        List<String> prefixes,
        Path terraform) {
    Pending {
        containers = List.copyOf(containers);
        prefixes = List.copyOf(prefixes);
    }

    /** What is to become of the live side. */
    sealed interface LiveSide {
        /** It is known, or not to be asked for. */
        record Known(Live live) implements LiveSide {}

        /** AWS is to be asked. */
        record Wanted(Request request) implements LiveSide {}
    }

    /** All four stations. */
    Facts with(Live live) throws Misuse {
        return new Facts(
                target,
                contract.contract(),
                code.join(),
                configuration,
                chosen.definitions().size() > 1 ? narrowed(live.deployment()) : chosen,
                live.deployment(),
                live.stores(),
                live.identity(),
                live.notVerified(),
                containers,
                prefixes,
                terraform);
    }

    private Selection narrowed(Deployment deployment) throws Misuse {
        List<TaskDefinition> running = deployment.definitions();
        return running.isEmpty()
                ? chosen
                : chosen.running(running.getFirst().family().toString());
    }
}
