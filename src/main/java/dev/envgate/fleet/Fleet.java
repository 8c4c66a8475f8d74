package dev.envgate.fleet;

import dev.envgate.ledger.NotVerified;
import dev.envgate.ledger.Station;
import dev.envgate.policy.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a fleet comes to: nothing but what its journals say, in an order that does not depend on theirs.
 *
 * @param entries sorted by their units
 * @param beside what was not looked at and belongs to no unit that was: units without an entry, shards without a journal, lists that did not come
 */
public record Fleet(List<Entry> entries, List<Unseen> beside) {
    private static final Comparator<Unseen> ORDER =
            Comparator.comparing(Unseen::station).thenComparing(Unseen::what).thenComparing(Unseen::why);

    public Fleet {
        entries = entries.stream().sorted().toList();
        beside = beside.stream().distinct().sorted(ORDER).toList();
    }

    /** Of the journals of all shards of one plan, in any order. */
    public static Fleet merge(List<Journal> journals) throws Refusal {
        Map<Integer, Journal> shards = new TreeMap<>();
        for (Journal each : journals) {
            requireSame(journals.getFirst(), each);
            Journal twice = shards.putIfAbsent(each.header().shard().number(), each);
            if (twice != null) {
                throw new Refusal(
                        "`%s` and `%s` are both of the shard %s."
                                .formatted(
                                        twice.file(), each.file(), each.header().shard()),
                        "give each shard once.");
            }
        }
        requireDistinct(journals);
        return new Fleet(
                journals.stream().flatMap(each -> each.entries().stream()).toList(),
                Stream.of(
                                journals.getFirst().header().gaps().stream(),
                                journals.stream().flatMap(Fleet::unfinished),
                                missing(
                                        shards,
                                        journals.getFirst().header().shard().of()))
                        .flatMap(each -> each)
                        .toList());
    }

    private static void requireSame(Journal first, Journal other) throws Refusal {
        Header one = first.header();
        Header two = other.header();
        if (!one.version().equals(two.version())) {
            throw foreign(
                    first, other, "envgate %s wrote the one and %s the other".formatted(one.version(), two.version()));
        }
        if (!one.options().equals(two.options())) {
            throw foreign(first, other, "they were judged with different options");
        }
        if (one.shard().of() != two.shard().of()) {
            throw foreign(
                    first,
                    other,
                    "the one is of %d shards and the other of %d"
                            .formatted(one.shard().of(), two.shard().of()));
        }
        if (!one.day().equals(two.day())) {
            throw foreign(first, other, "the one is of %s and the other of %s".formatted(one.day(), two.day()));
        }
        if (!one.plan().equals(two.plan())) {
            throw foreign(first, other, "their plans have different services, or the same in another state");
        }
    }

    private static Refusal foreign(Journal first, Journal other, String why) {
        return new Refusal(
                "`%s` and `%s` are not of the same run: %s.".formatted(first.file(), other.file(), why),
                "run all shards by one plan: `envgate fleet check --plan plan.json --shard N`.");
    }

    /** Shards that say that they are of one plan and have a unit in common are damaged. */
    private static void requireDistinct(List<Journal> journals) throws Refusal {
        Map<String, Journal> owners = new TreeMap<>();
        for (Journal each : journals) {
            for (Task task : each.header().tasks()) {
                Journal other = owners.putIfAbsent(task.unit().key(), each);
                if (other != null) {
                    throw foreign(
                            other, each, "both have `%s`".formatted(task.unit().key()));
                }
            }
        }
    }

    private static Stream<Unseen> unfinished(Journal journal) {
        return journal.left().stream()
                .map(each -> notVerified(
                        each.unit().key(),
                        "The run ended before it was judged.",
                        "go on with `--resume` and the same journal."));
    }

    private static Stream<Unseen> missing(Map<Integer, Journal> shards, int of) {
        List<Unseen> missing = new ArrayList<>();
        IntStream.rangeClosed(1, of)
                .filter(number -> !shards.containsKey(number))
                .mapToObj(number -> notVerified(
                        "shard " + new Shard(number, of),
                        "It has no journal here, so none of its services was looked at.",
                        "run it with `--shard %s`, and merge again.".formatted(new Shard(number, of))))
                .forEach(missing::add);
        return missing.stream();
    }

    private static Unseen notVerified(String what, String why, String hint) {
        return new Unseen(Station.DEPLOYED, what, why, hint, NotVerified.Cause.FAILED, true);
    }

    /** The worst of all; what nobody looked at is not open. */
    public Verdict.Decision decision() {
        if (entries.stream().anyMatch(each -> each.decision() == Verdict.Decision.FAIL)) {
            return Verdict.Decision.FAIL;
        }
        return beside.stream().noneMatch(Unseen::holds)
                        && entries.stream().allMatch(each -> each.decision() == Verdict.Decision.PASS)
                ? Verdict.Decision.PASS
                : Verdict.Decision.UNVERIFIED;
    }

    /** Whether an input could not be read. */
    public boolean unread() {
        return entries.stream().anyMatch(each -> !each.unread().isEmpty());
    }

    /** Whether this program failed at a unit. */
    public boolean defective() {
        return entries.stream().flatMap(each -> each.unread().stream()).anyMatch(Unread::defect);
    }

    /** Every service, the worst first: those that close the gate by the number of their faults, those that could not be verified, the others. */
    public List<Judged> judged() {
        return entries.stream()
                .flatMap(entry -> entry.services().stream().map(service -> Judged.of(entry, service)))
                .sorted(Judged.WORST_FIRST)
                .toList();
    }

    /** Every fault, the worst first; the same one of many services stands once. */
    public List<Shared> shared() {
        return Shared.of(entries);
    }

    /** How many services were judged. */
    public int services() {
        return entries.stream().mapToInt(each -> each.services().size()).sum();
    }
}
