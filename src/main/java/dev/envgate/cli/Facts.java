package dev.envgate.cli;

import dev.envgate.ledger.Code;
import dev.envgate.ledger.Configuration;
import dev.envgate.ledger.Contract;
import dev.envgate.ledger.Conventions;
import dev.envgate.ledger.Deployment;
import dev.envgate.ledger.Identity;
import dev.envgate.ledger.Join;
import dev.envgate.ledger.Ledger;
import dev.envgate.ledger.NotVerified;
import dev.envgate.ledger.Probe;
import dev.envgate.ledger.Stores;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What one run read, before anything is judged.
 *
 * @param only the only containers to look at; none for all
 * @param prefixes what the names of its secrets and parameters begin with
 * @param probes the endpoints that were called
 */
record Facts(
        Target target,
        Contract contract,
        Code code,
        Configuration configuration,
        Selection selection,
        Deployment deployment,
        Stores stores,
        Identity identity,
        List<NotVerified> notVerified,
        List<String> only,
        List<String> prefixes,
        Path terraform,
        List<Probe> probes) {
    Facts {
        only = List.copyOf(only);
        prefixes = List.copyOf(prefixes);
        notVerified = List.copyOf(notVerified);
        probes = List.copyOf(probes);
    }

    /** Before any endpoint was called. */
    Facts(
            Target target,
            Contract contract,
            Code code,
            Configuration configuration,
            Selection selection,
            Deployment deployment,
            Stores stores,
            Identity identity,
            List<NotVerified> notVerified,
            List<String> only,
            List<String> prefixes,
            Path terraform) {
        this(
                target,
                contract,
                code,
                configuration,
                selection,
                deployment,
                stores,
                identity,
                notVerified,
                only,
                prefixes,
                terraform,
                List.of());
    }

    /** The same with endpoints that were called. */
    Facts with(List<Probe> called) {
        return new Facts(
                target,
                contract,
                code,
                configuration,
                selection,
                deployment,
                stores,
                identity,
                notVerified,
                only,
                prefixes,
                terraform,
                called);
    }

    /** What its part of the ledger is called. */
    String title() {
        return target.environment().isEmpty()
                ? selection.service()
                : selection.service() + " (" + target.environment() + ")";
    }

    /** The names of all containers, configured or running. */
    SortedSet<String> containers() {
        return Stream.concat(selection.definitions().stream(), deployment.definitions().stream())
                .flatMap(definition -> definition.containers().stream())
                .map(container -> container.name().toString())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Refuses a container that was asked for and is nowhere. */
    void requireContainers() throws Misuse {
        for (String container : only) {
            if (!containers().contains(container)) {
                throw new Misuse(
                        "There is no container `%s`; there is `%s`."
                                .formatted(container, String.join("`, `", containers())),
                        "choose one of them with `--container`.");
            }
        }
    }

    /** Joins them. */
    Ledger ledger(boolean strict, Conventions conventions) {
        Join.Service service = new Join.Service(
                selection.service(),
                selection.cluster(),
                selection.definitions(),
                selection.services(),
                deployment,
                target.environment(),
                prefixes);
        return Join.of(new Join.Facts(
                        contract,
                        code,
                        configuration,
                        List.of(service),
                        stores,
                        identity,
                        notVerified,
                        only,
                        strict,
                        conventions))
                .probed(probes);
    }
}
