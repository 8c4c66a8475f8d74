package dev.envgate.repair;

import dev.envgate.ledger.Given;
import dev.envgate.ledger.Row;
import dev.envgate.ledger.ServiceLedger;
import java.util.List;
import java.util.stream.Stream;

/** Gives the container of the application what a sidecar has, as it is written there; the sidecar keeps it. */
final class CopiedEntry implements Repair {
    private static final String WHY = "What the sidecar has is not written so that it could be written again.";

    @Override
    public Outcome of(Fault fault) {
        List<Patch> patches = fault.services().stream()
                .flatMap(service -> holders(service, fault))
                .flatMap(holder -> copies(holder, fault))
                .toList();
        return patches.isEmpty() ? ByHand.because(WHY, fault) : new Outcome.Patches(patches, WHY);
    }

    @Override
    public Means means() {
        return Means.PATCH;
    }

    @Override
    public String summary() {
        return "Gives the application's container the same, as the sidecar has it; a value that is written out is not copied.";
    }

    /** A row of another container. */
    private record Holder(String container, Row row) {}

    private static Stream<Holder> holders(ServiceLedger service, Fault fault) {
        return service.containers().stream()
                .filter(each -> !each.container().equals(fault.finding().container()))
                .flatMap(each -> each.rows().stream()
                        .filter(row -> row.name().text().equals(fault.name()))
                        .map(row -> new Holder(each.container(), row)));
    }

    private static Stream<Patch> copies(Holder holder, Fault fault) {
        return holder.row().configuredEntries().stream().flatMap(entry -> {
            boolean secret = entry.given() instanceof Given.Secret;
            return Anchor.of(entry).stream()
                    .flatMap(anchor -> anchor.value(MissingEntry.member(secret)).stream()
                            .filter(value -> secret || !value.span().text().startsWith("\""))
                            .map(value -> new Referent.Copied(
                                    value.span().text(),
                                    anchor.dialect(),
                                    value.span().file(),
                                    secret)))
                    .flatMap(copied -> new MissingEntry(copied).of(fault) instanceof Outcome.Patches(var patches, var _)
                            ? patches.stream()
                                    .map(each -> each.remarking("When `%s` does not need it, take it out there."
                                            .formatted(holder.container())))
                            : Stream.of());
        });
    }
}
