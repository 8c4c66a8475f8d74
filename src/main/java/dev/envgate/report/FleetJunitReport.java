package dev.envgate.report;

import dev.envgate.fleet.Entry;
import dev.envgate.fleet.Fault;
import dev.envgate.fleet.Judged;
import dev.envgate.fleet.Unread;
import dev.envgate.fleet.Unseen;
import dev.envgate.ledger.Finding;
import dev.envgate.ledger.Place;
import dev.envgate.policy.Verdict;
import dev.envgate.text.SourceFile;
import java.util.List;
import java.util.stream.Stream;

/** JUnit's XML: a suite for each service, a test for its verdict and one for each fault; what could not be looked at is neither good nor bad. */
final class FleetJunitReport implements FleetReport {
    @Override
    public String id() {
        return "junit";
    }

    @Override
    public String of(FleetView view, Style style) {
        return JunitReport.text(checked(view));
    }

    /** There is always one: a fleet without any unit has a gap. */
    static List<Checked> checked(FleetView view) {
        return Stream.of(
                        view.fleet().judged().stream().flatMap(FleetJunitReport::of),
                        view.fleet().entries().stream().flatMap(FleetJunitReport::general),
                        view.fleet().beside().stream().map(each -> of("envgate fleet", each)))
                .flatMap(each -> each)
                .toList();
    }

    private static Stream<Checked> of(Judged judged) {
        String suite = judged.unit().key() + " " + judged.service().called();
        List<Fault> faults = judged.faults();
        Stream<Checked> verdict = faults.isEmpty()
                ? Stream.of(new Checked(
                        suite,
                        suite,
                        "gate",
                        judged.decision() == Verdict.Decision.UNVERIFIED
                                ? new Checked.Outcome.Unknown("It could not be verified.", "", true, List.of())
                                : new Checked.Outcome.Passed(List.of())))
                : Stream.of();
        return Stream.concat(verdict, faults.stream().map(each -> of(suite, each)));
    }

    private static Stream<Checked> general(Entry entry) {
        String suite = entry.unit().key();
        return Stream.of(
                        entry.general().stream().map(each -> of(suite, each)),
                        entry.unseen().stream().map(each -> of(suite, each)),
                        entry.unread().stream().map(each -> of(suite, each)))
                .flatMap(each -> each);
    }

    private static Checked of(String suite, Fault fault) {
        String group = fault.container().isEmpty() ? suite : fault.container();
        String name = fault.name().isEmpty() ? fault.rule() : fault.name() + " " + fault.rule();
        List<Finding> finding = List.of(finding(fault));
        return new Checked(
                suite,
                group,
                name,
                fault.closes() ? new Checked.Outcome.Failed(finding) : new Checked.Outcome.Passed(finding));
    }

    private static Finding finding(Fault fault) {
        Place place = fault.file().isEmpty()
                ? new Place.Nowhere()
                : new Place.InFile(
                        SourceFile.unread(fault.file()).inside("", fault.line()).all());
        return new Finding(
                fault.rule(),
                fault.severity(),
                fault.service(),
                fault.container(),
                fault.name(),
                fault.message(),
                fault.hint(),
                place);
    }

    private static Checked of(String suite, Unseen unseen) {
        return new Checked(
                suite,
                Words.of(unseen.station()),
                unseen.what(),
                new Checked.Outcome.Unknown(unseen.why(), unseen.hint(), unseen.holds(), List.of()));
    }

    private static Checked of(String suite, Unread unread) {
        return new Checked(
                suite,
                suite,
                unread.file().isEmpty() ? "readable" : unread.file() + ":" + unread.line(),
                new Checked.Outcome.Unknown(unread.message(), unread.hint(), true, List.of()));
    }
}
