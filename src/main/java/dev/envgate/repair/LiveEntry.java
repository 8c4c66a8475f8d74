package dev.envgate.repair;

import dev.envgate.ledger.Given;
import dev.envgate.ledger.Reference;
import dev.envgate.ledger.Row;
import java.util.List;

/** Takes an entry that only runs into Terraform. What a secret refers to is known; what a setting is worth is never told. */
final class LiveEntry implements Repair {
    private static final String REMARK = "When it is not to stay, deploy a revision without it instead.";

    @Override
    public Outcome of(Fault fault) {
        List<Reference> running = fault.row().stream()
                .map(Row::deployedEntries)
                .flatMap(List::stream)
                .flatMap(each -> each.given() instanceof Given.Secret(Reference reference)
                        ? List.of(reference).stream()
                        : List.<Reference>of().stream())
                .distinct()
                .toList();
        if (fault.name().isEmpty()) {
            return ByHand.because("A container is more than its names.", fault);
        }
        if (running.size() > 1) {
            return ByHand.because("It runs with more than one reference.", fault);
        }
        Referent referent = running.isEmpty() ? new Referent.Found() : new Referent.Running(running.getFirst());
        return switch (new MissingEntry(referent).of(fault)) {
            case Outcome.Patches(List<Patch> patches, String otherwise)
            when !patches.isEmpty() ->
                new Outcome.Patches(
                        patches.stream().map(each -> each.remarking(REMARK)).toList(), otherwise);
            case Outcome.Patches(var _, String otherwise) -> ByHand.because(otherwise, fault);
            case Outcome.Commands commands -> commands;
            case Outcome.ByHand byHand -> byHand;
        };
    }

    @Override
    public Means means() {
        return Means.PATCH;
    }

    @Override
    public String summary() {
        return "Takes the entry into Terraform: a secret with the reference that runs, a setting with the value of `--value`.";
    }
}
