package dev.envgate.rule;

import dev.envgate.ledger.Fetch;
import dev.envgate.ledger.Finding;
import dev.envgate.ledger.Ledger;
import dev.envgate.ledger.Reference;
import dev.envgate.ledger.ServiceLedger;
import dev.envgate.ledger.Severity;
import dev.envgate.ledger.Station;
import dev.envgate.ledger.Stored;
import java.util.stream.Stream;

/**
 * Something that is no variable and that ECS fetches too, for a log driver or an image, with an answer of the store that makes it useless.
 *
 * @param fetch what is fetched; that of Terraform, or what only runs
 */
record Unstored<T extends Stored>(ServiceLedger service, Fetch fetch, T state) {
    /** All of a ledger with answers of one sort. */
    static <T extends Stored> Stream<Unstored<T>> of(Ledger ledger, Class<T> wanted) {
        return ledger.services().stream().flatMap(service -> of(service, wanted));
    }

    private static <T extends Stored> Stream<Unstored<T>> of(ServiceLedger service, Class<T> wanted) {
        return service.fetches().stream()
                .filter(each -> !each.variable() && wanted.isInstance(each.stored()) && shown(service, each))
                .filter(each -> each.station() == Station.CONFIGURED || !configured(service, each))
                .map(each -> new Unstored<>(service, each, wanted.cast(each.stored())));
    }

    /** A container that was not asked for has no place in the ledger. */
    private static boolean shown(ServiceLedger service, Fetch fetch) {
        return service.containers().stream().anyMatch(each -> each.container().equals(fetch.container()));
    }

    private static boolean configured(ServiceLedger service, Fetch fetch) {
        return service.fetches().stream()
                .anyMatch(each -> each.station() == Station.CONFIGURED
                        && each.container().equals(fetch.container())
                        && each.name().equals(fetch.name())
                        && each.reference().equals(fetch.reference()));
    }

    Reference reference() {
        return fetch.reference();
    }

    /** Who refers to it, at the beginning of a sentence. */
    String referrer() {
        return fetch.station() == Station.CONFIGURED ? "Terraform" : new NextStep(service).liveFirst();
    }

    /** {@code repair}, without a full stop, makes good what {@code message} is about. */
    Finding finding(Rule rule, String message, String repair) {
        return new Finding(
                rule.id(),
                Severity.ERROR,
                service.service(),
                fetch.container(),
                fetch.name(),
                message + ".",
                repair + ".",
                fetch.place());
    }
}
