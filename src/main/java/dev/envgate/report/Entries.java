package dev.envgate.report;

import dev.envgate.fleet.Entry;
import dev.envgate.fleet.Fault;
import dev.envgate.fleet.Service;
import dev.envgate.fleet.Stations;
import dev.envgate.fleet.Unit;
import dev.envgate.fleet.Unread;
import dev.envgate.fleet.Unseen;
import dev.envgate.ledger.Finding;
import dev.envgate.ledger.NotVerified;
import dev.envgate.ledger.Place;
import dev.envgate.ledger.Presence;
import dev.envgate.ledger.Row;
import dev.envgate.ledger.ServiceLedger;
import dev.envgate.ledger.Station;
import dev.envgate.policy.Policy;
import dev.envgate.policy.Threshold;
import dev.envgate.text.Problem;
import dev.envgate.text.Span;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Makes of a run what a fleet keeps of it.
 *
 * @param path makes of a path as the run shows it one that is relative to the root of the fleet
 */
public record Entries(Unit unit, UnaryOperator<String> path) {
    public Entry of(Run run) {
        Threshold threshold = run.verdict().threshold();
        return new Entry(
                unit,
                run.verdict().decision(),
                run.ledger().services().stream()
                        .map(each -> service(each, run.ledger().apart(each), threshold))
                        .toList(),
                run.verdict().findings().stream()
                        .map(each -> fault(each, threshold))
                        .toList(),
                unseen(run, threshold),
                run.problems().stream().map(this::unread).toList(),
                run.verdict().summary().inStep(),
                run.verdict().setAside().size(),
                0);
    }

    /** One of which nothing could be read. */
    public Entry of(List<Problem> problems) {
        return Entry.unread(unit, problems.stream().map(this::unread).toList());
    }

    private Service service(ServiceLedger service, String namesake, Threshold threshold) {
        return new Service(
                service.service(),
                service.environment(),
                namesake,
                service.cluster(),
                service.identity().account(),
                service.identity().region(),
                Running.state(service.deployment()),
                Running.revision(service.deployment()),
                new Stations(
                        count(service, Row::declared),
                        count(service, Row::configured),
                        count(service, Row::stored),
                        count(service, Row::deployed)),
                threshold.requireVerified() && Policy.unknown(service),
                doubtful(service));
    }

    private static Stations.Count count(ServiceLedger service, Function<Row, Presence> station) {
        int present = 0;
        int absent = 0;
        int unknown = 0;
        for (Presence each : rows(service).map(station).toList()) {
            switch (each) {
                case Presence.Present _ -> present++;
                case Presence.Absent _ -> absent++;
                case Presence.Conditional _, Presence.Unknown _ -> unknown++;
            }
        }
        return new Stations.Count(present, absent, unknown);
    }

    private static Stream<Row> rows(ServiceLedger service) {
        return service.containers().stream().flatMap(container -> container.rows().stream());
    }

    private List<String> doubtful(ServiceLedger service) {
        return service.containers().stream()
                .flatMap(container -> container.rows().stream()
                        .filter(this::doubtful)
                        .map(row -> container.container() + " " + row.name().text()))
                .toList();
    }

    /** What no file could say of a service that has none is no doubt. */
    private boolean doubtful(Row row) {
        Stream<Presence> stations = switch (unit) {
            case Unit.Configured _ -> Stream.of(row.configured(), row.stored(), row.deployed());
            case Unit.Live _ -> Stream.of(row.stored(), row.deployed());
        };
        return stations.anyMatch(each -> each instanceof Presence.Unknown || each instanceof Presence.Conditional);
    }

    private Fault fault(Finding finding, Threshold threshold) {
        List<Span> spans = finding.place() instanceof Place.InFile(Span span) ? List.of(span) : List.of();
        return new Fault(
                finding.rule(),
                finding.severity(),
                finding.service(),
                finding.environment(),
                finding.namesake(),
                finding.container(),
                finding.name(),
                finding.message(),
                finding.hint(),
                spans.stream()
                        .map(each -> path.apply(each.file().path()))
                        .findFirst()
                        .orElse(""),
                spans.stream().mapToInt(Span::line).sum(),
                spans.stream().mapToInt(Span::column).sum(),
                finding.fingerprint(),
                threshold.closes(finding));
    }

    /** Of a service without a repository it is said once that there is none, and not what all is missing for it. */
    private List<Unseen> unseen(Run run, Threshold threshold) {
        Stream<Unseen> all = run.unlooked().stream().map(each -> unseen(each, threshold));
        return switch (unit) {
            case Unit.Configured _ -> all.toList();
            case Unit.Live live ->
                Stream.concat(
                                Stream.of(new Unseen(
                                        Station.CONFIGURED,
                                        live.service(),
                                        "No repository was given for it, so only what runs and what is stored was judged.",
                                        "name its configuration with `--config` or `--repositories`.",
                                        NotVerified.Cause.NOT_ASKED,
                                        threshold.requireVerified())),
                                all.filter(
                                        each -> each.station() == Station.STORED || each.station() == Station.DEPLOYED))
                        .toList();
        };
    }

    private static Unseen unseen(NotVerified each, Threshold threshold) {
        return new Unseen(each.station(), each.what(), each.why(), each.hint(), each.cause(), threshold.holds(each));
    }

    private Unread unread(Problem problem) {
        String file = problem.span().file().path();
        return new Unread(
                problem.message(),
                problem.hint(),
                file.isEmpty() ? "" : path.apply(file),
                file.isEmpty() ? 0 : problem.span().line(),
                false);
    }
}
