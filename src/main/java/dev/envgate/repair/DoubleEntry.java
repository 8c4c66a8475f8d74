package dev.envgate.repair;

import dev.envgate.ledger.Agreement;
import dev.envgate.ledger.Entry;
import dev.envgate.ledger.Given;
import dev.envgate.ledger.HiddenValue;
import dev.envgate.ledger.Row;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Takes the later one of two entries away, where both give the same. */
final class DoubleEntry implements Repair {
    private static final String DIFFERENT =
            "The entries do not give the same, and which of them is right only the team knows.";

    @Override
    public Outcome of(Fault fault) {
        List<Entry> entries = fault.row().map(Row::configuredEntries).orElse(List.of()).stream()
                .toList();
        if (entries.size() != 2
                || !same(entries.getFirst().given(), entries.getLast().given())) {
            return ByHand.because(DIFFERENT, fault);
        }
        Optional<Anchor> later = Anchor.of(entries.getLast());
        List<Edit> edits = later.isPresent() && later.get() instanceof Anchor.Entry(var list, int index, var _)
                ? new Elements(list).remove(index)
                : List.of();
        return edits.isEmpty()
                ? ByHand.because("The later of the entries is not one of a list.", fault)
                : new Outcome.Patches(
                        List.of(new Patch(
                                "Take the second entry of `%s` out of the container `%s`, which gives the same as the first."
                                        .formatted(fault.name(), fault.finding().container()),
                                edits,
                                Set.of("undeployed"),
                                "")),
                        "The container would be given something else without it.");
    }

    @Override
    public Means means() {
        return Means.PATCH;
    }

    @Override
    public String summary() {
        return "Takes the later entry away, where both give the same.";
    }

    private static boolean same(Given one, Given other) {
        return switch (one) {
            case Given.Plain(HiddenValue value) ->
                other instanceof Given.Plain(HiddenValue second) && value.compare(second) == Agreement.SAME;
            case Given.Secret _, Given.FromFile _, Given.FromImage _ -> one.equals(other);
        };
    }
}
