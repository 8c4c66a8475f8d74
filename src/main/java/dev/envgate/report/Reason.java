package dev.envgate.report;

import dev.envgate.ledger.NotVerified;
import dev.envgate.ledger.Station;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Why something could not be looked at, with everything that it is the reason for.
 *
 * @param holds whether the gate stays shut for it
 */
record Reason(Station station, String why, String hint, boolean holds, List<String> things) {
    Reason {
        things = List.copyOf(things);
    }

    /** The reasons of a run; what is told as a problem of an input is not among those of {@link Run#unlooked()}. */
    static List<Reason> of(Run run, List<NotVerified> all) {
        Map<Reason, List<String>> things = new LinkedHashMap<>();
        for (NotVerified each : all) {
            Reason reason = new Reason(
                    each.station(),
                    each.why(),
                    each.hint(),
                    run.verdict().threshold().holds(each),
                    List.of());
            things.computeIfAbsent(reason, _ -> new ArrayList<>()).add(each.what());
        }
        return things.entrySet().stream()
                .map(each -> each.getKey().with(each.getValue()))
                .toList();
    }

    private Reason with(List<String> all) {
        return new Reason(station, why, hint, holds, all);
    }

    /** The things in a line, the first of them by name. */
    String listed(int most) {
        String more = things.size() > most ? " and " + (things.size() - most) + " more" : "";
        return things.stream().limit(most).collect(Collectors.joining(", ")) + more;
    }
}
