package dev.envgate.repair;

import dev.envgate.ledger.Given;
import dev.envgate.ledger.Kind;
import dev.envgate.ledger.Row;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Gives a setting the value that a person has named. */
final class GivenValue implements Repair {
    @Override
    public Outcome of(Fault fault) {
        if (fault.row().map(Row::kind).filter(Kind.SECRET::equals).isPresent()) {
            return ByHand.because("Only somebody who knows the value can give it.", fault);
        }
        boolean plain = fault.row().map(Row::configuredEntries).stream()
                .flatMap(List::stream)
                .allMatch(each -> each.given() instanceof Given.Plain);
        List<Patch> patches = plain
                ? fault.value().stream()
                        .flatMap(value -> with(value, fault).stream())
                        .toList()
                : List.of();
        return patches.isEmpty()
                ? ByHand.because(
                        "Only somebody who knows the value can give it: `--value %s=VALUE` puts it in."
                                .formatted(fault.name()),
                        fault)
                : new Outcome.Patches(patches, "The value stands in no place where it could be replaced.");
    }

    private static List<Patch> with(String value, Fault fault) {
        Revalued revalued = written -> Stream.of(Suggestion.of(Quoted.text(value, written.dialect())));
        return revalued.patches(
                fault,
                "Give `%s` of the container `%s` the value that was named.",
                Set.of("undeployed", "value-drift"));
    }

    @Override
    public Means means() {
        return Means.PATCH;
    }

    @Override
    public String summary() {
        return "Puts in the value of `--value`, for a setting.";
    }
}
