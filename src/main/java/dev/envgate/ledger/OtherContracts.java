package dev.envgate.ledger;

import dev.envgate.ledger.NotVerified.Cause;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Contracts that were left alone for the one in the working directory, and that may be those of a service: they declare more of what Terraform
 * gives it, or as much and a secret besides that nobody gives it.
 */
record OtherContracts(ServiceLedger service) {
    /** Each such contract, once. */
    Stream<NotVerified> notRead() {
        List<Contract> others = service.contract().others();
        if (others.isEmpty()) {
            return Stream.of();
        }
        Set<Name> given = given();
        long told = declared(service.contract(), given);
        return others.stream().flatMap(other -> speaking(other, given, told));
    }

    private Stream<NotVerified> speaking(Contract other, Set<Name> given, long told) {
        long here = declared(other, given);
        if (here > told) {
            return Stream.of(notRead(
                    other,
                    "it declares %d of the names that Terraform gives, and %s %d"
                            .formatted(here, files(service.contract()), told)));
        }
        return here == told && here > 0
                ? besides(other, given)
                        .map(secret -> notRead(
                                other,
                                "it declares as many of the names that Terraform gives as %s does, and `%s`, which nobody gives"
                                        .formatted(files(service.contract()), secret)))
                        .stream()
                : Stream.empty();
    }

    /** A secret that it declares besides, and that nobody gives. */
    private Optional<Name> besides(Contract other, Set<Name> given) {
        Set<Name> known = names(service.contract());
        return other.declarations().stream()
                .filter(each -> each.kind() == Kind.SECRET)
                .filter(each -> each.standing() == Standing.SECRET || each.standing() == Standing.REQUIRED)
                .map(Declaration::name)
                .filter(name -> !known.contains(name) && !given.contains(name))
                .findFirst();
    }

    private NotVerified notRead(Contract other, String although) {
        return new NotVerified(
                Station.DECLARED,
                "what " + String.join(", ", other.files()) + " declares",
                "It was not read as the contract of `%s`, although %s.".formatted(service.service(), although),
                "choose with `--env-file FILE`, or let `envgate init` write a configuration.",
                Cause.UNDECIDED);
    }

    private static String files(Contract contract) {
        return contract.files().stream().map(file -> "`" + file + "`").collect(Collectors.joining(", "));
    }

    private Set<Name> given() {
        return Stream.concat(
                        service.definitions().stream().map(TaskDefinition::containers),
                        service.deployment().definitions().stream().map(TaskDefinition::containers))
                .flatMap(Collection::stream)
                .flatMap(container -> container.entries().stream())
                .map(Entry::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static long declared(Contract contract, Set<Name> given) {
        return names(contract).stream().filter(given::contains).count();
    }

    private static Set<Name> names(Contract contract) {
        return contract.declarations().stream().map(Declaration::name).collect(Collectors.toCollection(TreeSet::new));
    }
}
