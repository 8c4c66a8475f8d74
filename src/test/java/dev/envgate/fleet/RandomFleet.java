package dev.envgate.fleet;

import dev.envgate.ledger.NotVerified;
import dev.envgate.ledger.Severity;
import dev.envgate.ledger.Station;
import dev.envgate.policy.Verdict;
import dev.envgate.text.Digests;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Fleets as they may come, with names that journals and reports have to write down with care. */
record RandomFleet(List<Entry> entries) {
    private static final List<String> NAMES = List.of("KEY", "A_B", "\"quoted\"", "zwei\nZeilen", "ü\u2028", "\\");

    /** Of a service that is alone, of one of two, and of none that was judged. */
    private static final String[] NAMESAKES = {"", "east", "west", "north"};

    static RandomFleet of(Random random, int size) {
        return new RandomFleet(
                IntStream.range(0, size).mapToObj(i -> entry(random, i)).toList());
    }

    private static Entry entry(Random random, int number) {
        Unit unit = random.nextBoolean()
                ? new Unit.Configured("repository-" + number + "/envgate.yml")
                : new Unit.Live("123456789012", "us-east-1", random.nextBoolean() ? "" : "role", "farm", "s" + number);
        if (random.nextInt(8) == 0) {
            return Entry.unread(unit, List.of(new Unread("It is no mapping.", "repair it.", "a.yml", 3, false)));
        }
        List<Fault> faults = IntStream.range(0, random.nextInt(4))
                .mapToObj(i -> fault(random, number, i))
                .toList();
        List<Service> services = random.nextInt(3) == 0
                ? List.of(service(random, number, "east"), service(random, number, "west"))
                : List.of(service(random, number, ""));
        List<Unseen> unseen = IntStream.range(0, random.nextInt(3))
                .mapToObj(i -> new Unseen(
                        any(random, Station.values()),
                        any(random, NAMES.toArray(String[]::new)),
                        "It was denied.",
                        "allow it.",
                        any(random, NotVerified.Cause.values()),
                        random.nextBoolean()))
                .toList();
        Verdict.Decision decision = faults.stream().anyMatch(Fault::closes)
                ? Verdict.Decision.FAIL
                : unseen.stream().anyMatch(Unseen::holds) ? Verdict.Decision.UNVERIFIED : Verdict.Decision.PASS;
        return new Entry(
                unit,
                decision,
                services,
                faults,
                unseen,
                List.of(),
                random.nextInt(9),
                random.nextInt(2),
                1 + random.nextInt(40));
    }

    private static Service service(Random random, int number, String namesake) {
        return new Service(
                "service-" + number,
                "",
                namesake,
                "farm",
                "123456789012",
                "us-east-1",
                "running",
                "app:" + number,
                new Stations(
                        new Stations.Count(random.nextInt(5), 0, 0),
                        new Stations.Count(2, random.nextInt(2), 0),
                        new Stations.Count(2, 0, random.nextInt(2)),
                        new Stations.Count(1, 1, 1)),
                false,
                random.nextBoolean() ? List.of() : List.of("app KEY"));
    }

    private static Fault fault(Random random, int number, int which) {
        boolean closes = random.nextBoolean();
        return new Fault(
                random.nextBoolean() ? "undeployed" : "empty-value",
                closes ? Severity.ERROR : Severity.NOTE,
                "service-" + number,
                "",
                any(random, NAMESAKES),
                "app",
                any(random, NAMES.toArray(String[]::new)),
                "It does not run.",
                "deploy it.",
                "repository/main.tf",
                1 + random.nextInt(20),
                5,
                Digests.of(List.of(String.valueOf(number), String.valueOf(which))),
                closes);
    }

    private static <T> T any(Random random, T[] all) {
        return all[random.nextInt(all.length)];
    }

    List<Task> tasks() {
        return entries.stream().map(each -> new Task(each.unit(), "digest")).toList();
    }

    Map<String, Long> costs() {
        Map<String, Long> costs = new HashMap<>();
        entries.forEach(each -> costs.put(each.unit().key(), (long) each.requests()));
        return costs;
    }

    Plan plan(int shards) {
        return Plan.divide("1", "options", "2026-11-28", shards, tasks(), List.of(), costs());
    }

    /** The journals of all shards, finished. */
    List<Journal> journals(int shards) {
        Plan plan = plan(shards);
        return IntStream.rangeClosed(1, shards)
                .mapToObj(number -> journal(plan, new Shard(number, shards)))
                .toList();
    }

    private Journal journal(Plan plan, Shard shard) {
        Header header = plan.header(shard);
        List<Unit> units = header.tasks().stream().map(Task::unit).toList();
        return new Journal("shard-" + shard.number(), header, of(units).toList(), 0);
    }

    private Stream<Entry> of(List<Unit> units) {
        return entries.stream().filter(each -> units.contains(each.unit()));
    }
}
