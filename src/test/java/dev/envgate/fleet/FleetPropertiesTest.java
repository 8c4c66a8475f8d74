package dev.envgate.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.envgate.policy.Verdict;
import dev.envgate.report.FleetReport;
import dev.envgate.report.FleetReports;
import dev.envgate.report.FleetView;
import dev.envgate.report.Origin;
import dev.envgate.report.Style;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Dividing, interrupting, going on and putting together change nothing: by many fleets, the same in every run. */
class FleetPropertiesTest {
    private static final int FLEETS = 40;

    private static Stream<Random> fleets() {
        return IntStream.range(0, FLEETS).mapToObj(Random::new);
    }

    /** As many as are cut at every byte. */
    private static Stream<Random> few() {
        return fleets().limit(5);
    }

    /** What every report says of it. */
    private static String told(List<Journal> journals) throws Refusal {
        FleetView view =
                new FleetView(Fleet.merge(journals), Optional.empty(), new Origin("1", "", _ -> true, "", "", ""));
        return FleetReports.ALL.stream().map(each -> told(each, view)).collect(Collectors.joining());
    }

    private static String told(FleetReport report, FleetView view) {
        return report.of(view, Style.PLAIN);
    }

    @ParameterizedTest
    @MethodSource("fleets")
    void aPlanHasEveryUnitOnceWhateverTheOrderAndNoPartIsMuchDearerThanTheOthers(Random random) {
        RandomFleet fleet = RandomFleet.of(random, 1 + random.nextInt(60));
        List<Task> shuffled = new ArrayList<>(fleet.tasks());
        Collections.shuffle(shuffled, random);
        for (int shards : List.of(1, 4, 16)) {
            Plan plan = fleet.plan(shards);
            assertThat(Plan.divide("1", "options", "2026-11-28", shards, shuffled, List.of(), fleet.costs()))
                    .isEqualTo(plan);
            assertThat(IntStream.rangeClosed(1, shards)
                            .boxed()
                            .flatMap(each -> plan.tasks(new Shard(each, shards)).stream()))
                    .containsExactlyInAnyOrderElementsOf(fleet.tasks());
            long all = plan.parts().stream().mapToLong(Plan.Part::cost).sum();
            long dearest =
                    plan.parts().stream().mapToLong(Plan.Part::cost).max().orElse(0);
            assertThat(plan.loads().values())
                    .allSatisfy(each -> assertThat(each.cost()).isLessThanOrEqualTo(all / shards + dearest));
        }
    }

    @ParameterizedTest
    @MethodSource("fleets")
    void aPlanIsReadAsItWasWritten(Random random) throws Refusal {
        Plan plan = RandomFleet.of(random, 1 + random.nextInt(20)).plan(3);

        assertThat(PlanText.read("plan.json", PlanText.of(plan))).isEqualTo(plan);
    }

    @ParameterizedTest
    @MethodSource("fleets")
    void shardsInAnyOrderAreTheUndividedRun(Random random) throws Refusal {
        RandomFleet fleet = RandomFleet.of(random, 1 + random.nextInt(40));
        String whole = told(fleet.journals(1));
        for (int shards : List.of(4, 16)) {
            List<Journal> journals = new ArrayList<>(fleet.journals(shards));
            Collections.shuffle(journals, random);
            assertThat(told(journals)).as("%d shards", shards).isEqualTo(whole);
        }
    }

    @ParameterizedTest
    @MethodSource("fleets")
    void aLostShardIsNamedAndNeverFine(Random random) throws Refusal {
        RandomFleet fleet = RandomFleet.of(random, 4 + random.nextInt(40));
        List<Journal> journals = new ArrayList<>(fleet.journals(4));
        Journal lost = journals.remove(random.nextInt(4));

        Fleet merged = Fleet.merge(journals);

        assertThat(merged.beside())
                .extracting(Unseen::what)
                .containsExactly("shard " + lost.header().shard());
        assertThat(merged.decision()).isNotEqualTo(Verdict.Decision.PASS);
        assertThat(merged.entries()).doesNotContainAnyElementsOf(lost.entries());
        assertThat(told(journals)).contains("shard " + lost.header().shard());
    }

    @ParameterizedTest
    @MethodSource("fleets")
    void aDoubledOrAForeignShardIsRefused(Random random) {
        RandomFleet fleet = RandomFleet.of(random, 4 + random.nextInt(40));
        List<Journal> journals = fleet.journals(4);
        Journal any = journals.get(random.nextInt(4));
        assertRefused(Stream.concat(journals.stream(), Stream.of(any)).toList(), "are both of the shard");
        Header header = any.header();
        for (Header foreign : List.of(
                changed(header, "2", header.options(), header.plan(), header.shard()),
                changed(header, header.version(), "others", header.plan(), header.shard()),
                changed(header, header.version(), header.options(), "another", header.shard()),
                changed(header, header.version(), header.options(), header.plan(), new Shard(1, 5)),
                ofYesterday(header))) {
            List<Journal> mixed = new ArrayList<>(journals);
            mixed.set(journals.indexOf(any), new Journal(any.file(), foreign, any.entries(), 0));
            assertRefused(mixed, "are not of the same run");
        }
    }

    /** Nothing is told of two services, and nothing is lost. */
    @ParameterizedTest
    @MethodSource("fleets")
    void everyFaultIsOfOneServiceOrOfNobodyInParticular(Random random) {
        for (Entry entry : RandomFleet.of(random, 40).entries()) {
            Stream<Fault> told = Stream.concat(
                    entry.general().stream(), entry.services().stream().flatMap(each -> entry.faultsOf(each).stream()));
            assertThat(told).containsExactlyInAnyOrderElementsOf(entry.faults());
            assertThat(entry.services().stream().map(entry::decision))
                    .as("%s", entry)
                    .allMatch(each -> each == Verdict.Decision.PASS || entry.decision() != Verdict.Decision.PASS)
                    .matches(each -> entry.services().isEmpty()
                            || entry.decision() == Verdict.Decision.PASS
                            || !each.stream().allMatch(Verdict.Decision.PASS::equals));
        }
    }

    private static Header changed(Header header, String version, String options, String plan, Shard shard) {
        return new Header(version, options, plan, shard, header.day(), header.tasks(), header.gaps());
    }

    private static Header ofYesterday(Header header) {
        return new Header(
                header.version(),
                header.options(),
                header.plan(),
                header.shard(),
                "2026-11-27",
                header.tasks(),
                header.gaps());
    }

    private static void assertRefused(List<Journal> journals, String why) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> Fleet.merge(journals))
                .withMessageContaining(why);
    }

    /** Killed at every byte: what counts is a part of what was finished, and with the rest of it the report is the same. */
    @ParameterizedTest
    @MethodSource("few")
    void aJournalThatIsCutAnywhereGoesOnToTheSameReport(Random random) throws Refusal {
        RandomFleet fleet = RandomFleet.of(random, 1 + random.nextInt(3));
        Journal whole = fleet.journals(1).getFirst();
        List<Entry> finished = new ArrayList<>(whole.entries());
        Collections.shuffle(finished, random);
        byte[] bytes = text(whole.header(), finished).getBytes(StandardCharsets.UTF_8);
        String told = told(List.of(whole));
        for (int cut = 0; cut <= bytes.length; cut++) {
            if (!(Journal.read("cut", Arrays.copyOf(bytes, cut)) instanceof Journal.Read.Found(Journal read))) {
                assertThat(cut)
                        .isLessThanOrEqualTo(Journal.line(whole.header()).getBytes(StandardCharsets.UTF_8).length);
                continue;
            }
            assertThat(read.entries())
                    .isEqualTo(finished.subList(0, read.entries().size()));
            assertThat(read.left()).hasSize(finished.size() - read.entries().size());
            assertThat(read.length()).isLessThanOrEqualTo(cut);
            String goneOn = new String(bytes, 0, read.length(), StandardCharsets.UTF_8)
                    + finished.stream()
                            .filter(each -> read.left().stream()
                                    .anyMatch(left -> left.unit().equals(each.unit())))
                            .map(Journal::line)
                            .collect(Collectors.joining());
            assertThat(goneOn).isEqualTo(new String(bytes, StandardCharsets.UTF_8));
            if (!read.left().isEmpty()) {
                assertThat(Fleet.merge(List.of(read)).decision()).isNotEqualTo(Verdict.Decision.PASS);
            }
        }
        assertThat(told(List.of(read(bytes)))).isEqualTo(told);
    }

    private static Journal read(byte[] bytes) throws Refusal {
        return ((Journal.Read.Found) Journal.read("whole", bytes)).journal();
    }

    private static String text(Header header, List<Entry> entries) {
        return Journal.line(header) + entries.stream().map(Journal::line).collect(Collectors.joining());
    }

    @ParameterizedTest
    @MethodSource("fleets")
    void aUnitThatStandsInAJournalTwiceIsRefused(Random random) {
        Journal whole = RandomFleet.of(random, 3).journals(1).getFirst();
        List<Entry> twice = Stream.concat(
                        whole.entries().stream(), whole.entries().stream().limit(1))
                .toList();

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(
                        () -> Journal.read("twice", text(whole.header(), twice).getBytes(StandardCharsets.UTF_8)))
                .withMessageContaining("which it has already");
    }
}
