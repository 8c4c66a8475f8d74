package dev.envgate.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envgate.fleet.Entry;
import dev.envgate.fleet.Fault;
import dev.envgate.fleet.Fleet;
import dev.envgate.fleet.Journal;
import dev.envgate.fleet.Plan;
import dev.envgate.fleet.PlanText;
import dev.envgate.fleet.Refusal;
import dev.envgate.fleet.Service;
import dev.envgate.fleet.Shard;
import dev.envgate.fleet.Stations;
import dev.envgate.fleet.Task;
import dev.envgate.fleet.Trend;
import dev.envgate.fleet.Unit;
import dev.envgate.fleet.Unread;
import dev.envgate.fleet.Unseen;
import dev.envgate.ledger.NotVerified;
import dev.envgate.ledger.Severity;
import dev.envgate.ledger.Station;
import dev.envgate.policy.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What {@link HostileTextTest} holds of a run, of a fleet: in its reports, its journals and its plans. */
class FleetHostileTextTest {
    private static final List<String> TEXTS = Stream.concat(
                    HostileTextTest.TEXTS.stream(),
                    Stream.of(String.join(
                            "", HostileTextTest.TEXTS.subList(0, HostileTextTest.TEXTS.size() - 1)))) // all at once
            .toList();

    @TestFactory
    Stream<DynamicTest> everyFormatIsHarmlessAndValid() {
        return FleetReports.ALL.stream()
                .map(report -> DynamicTest.dynamicTest(report.id(), () -> {
                    for (String text : TEXTS) {
                        try {
                            Validators.assertValidOfFleet(report.id(), report.of(view(text), Style.PLAIN));
                        } catch (AssertionError e) {
                            throw new AssertionError(
                                    "with "
                                            + text.codePoints()
                                                    .limit(60)
                                                    .boxed()
                                                    .toList(),
                                    e);
                        }
                    }
                }));
    }

    @Test
    void aTerminalWithColoursGetsNoOtherEscapesThanThose() {
        for (String text : TEXTS) {
            String shown = new FleetTextReport().of(view(text), new Style(true, true, 80, true));

            assertThat(shown.replaceAll("\u001b\\[[0-9;]*m", "")
                            .codePoints()
                            .filter(c -> c != '\n' && Character.isISOControl(c))
                            .boxed())
                    .as(Arrays.toString(text.toCharArray()))
                    .isEmpty();
        }
    }

    /** Half of a surrogate pair has no bytes of its own: only as an escape it comes back. */
    @Test
    void aJournalIsHarmlessAndReadAsItWasWritten() throws Refusal {
        for (String text : TEXTS) {
            Plan plan = plan(text);
            String journal = Journal.line(plan.header(Shard.WHOLE)) + Journal.line(entry(text));

            Validators.assertHarmless("journal", journal);
            assertThat(journal.lines()).hasSize(2);
            assertThat(Journal.read("journal", journal.getBytes(StandardCharsets.UTF_8)))
                    .isInstanceOfSatisfying(Journal.Read.Found.class, found -> {
                        assertThat(found.journal().header()).isEqualTo(plan.header(Shard.WHOLE));
                        assertThat(found.journal().entries()).containsExactly(entry(text));
                    });
        }
    }

    @Test
    void aPlanIsHarmlessAndReadAsItWasWritten() throws Refusal, IOException {
        for (String text : TEXTS) {
            Plan plan = plan(text);

            for (String printed : List.of(
                    PlanText.of(plan), PlanText.github(plan), PlanText.gitlab(plan), PlanText.stepFunctions(plan))) {
                Validators.assertHarmless("plan", printed);
            }
            assertThat(PlanText.read("plan", PlanText.of(plan))).isEqualTo(plan);
        }
    }

    private static Plan plan(String text) {
        return Plan.divide(
                text,
                text,
                "2026-11-28",
                1,
                List.of(new Task(new Unit.Configured(text), text)),
                List.of(unseen(text, true)),
                Map.of());
    }

    /** A fleet in which everything that can come from outside is this text, also what an earlier report says. */
    private static FleetView view(String text) {
        Unit live = new Unit.Live(text, text, text, text, text);
        Entry ofAws = new Entry(
                live,
                Verdict.Decision.UNVERIFIED,
                List.of(service(text)),
                List.of(),
                List.of(unseen(text, false)),
                List.of(),
                1,
                1,
                1);
        Entry unread = Entry.unread(
                new Unit.Configured(text + "2"),
                List.of(new Unread(text, text, text, 3, false), new Unread(text, text, "", 0, true)));
        List<Trend.Known> known = List.of(known(text), known(""));
        return new FleetView(
                new Fleet(List.of(entry(text), ofAws, unread), List.of(unseen(text, true), unseen(text + "3", false))),
                Optional.of(new Trend(known, known, known, known)),
                HostileTextTest.ORIGIN);
    }

    private static Entry entry(String text) {
        List<Fault> faults = Arrays.stream(Severity.values())
                .flatMap(severity -> Stream.of(
                        fault(severity, text, text, text),
                        fault(severity, "", text + "4", "It has `" + text + "` in it, and " + text + "."),
                        fault(severity, text + "5", "", text)))
                .toList();
        return new Entry(
                new Unit.Configured(text),
                Verdict.Decision.FAIL,
                List.of(service(text), service(text + "5")),
                faults,
                List.of(unseen(text, true), unseen(text + ": x", false)),
                List.of(new Unread(text, text, text, 3, false)),
                1,
                1,
                1);
    }

    private static Service service(String text) {
        return new Service(text, text, text, text, text, text, "running", text, Stations.NONE, true, List.of(text));
    }

    private static Fault fault(Severity severity, String service, String name, String message) {
        String file = name.isEmpty() ? "" : name;
        return new Fault(
                "undeployed",
                severity,
                service,
                service,
                service,
                message,
                name,
                message,
                "run " + message,
                file,
                file.isEmpty() ? 0 : 7,
                file.isEmpty() ? 0 : 3,
                "0123456789abcdef0123456789abcdef",
                severity == Severity.ERROR);
    }

    private static Unseen unseen(String text, boolean holds) {
        return new Unseen(Station.STORED, text, text, text, NotVerified.Cause.FAILED, holds);
    }

    private static Trend.Known known(String text) {
        return new Trend.Known(
                text.isEmpty() ? "unit" : text,
                "0123456789abcdef0123456789abcdef",
                text,
                "error",
                text,
                text,
                text,
                text,
                text,
                text,
                true);
    }
}
