package dev.envgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envgate.fleet.Entry;
import dev.envgate.fleet.Task;
import dev.envgate.fleet.Unit;
import dev.envgate.fleet.Unread;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FleetRunTest {
    private static final String LARGE = "unit-3";

    private final List<Entry> entries = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger large = new AtomicInteger();

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatHasNoRoomBesideTheOthersIsJudgedAfterThem(boolean here) throws Misuse {
        run(units -> {
            if (file(units).equals(LARGE) && large.incrementAndGet() == 1) {
                OutOfMemoryError full = new OutOfMemoryError("played");
                if (here) {
                    throw full;
                }
                throw new CompletionException(full);
            }
            return judged(units);
        });
        assertThat(entries)
                .hasSize(8)
                .allSatisfy(entry -> assertThat(entry.unread()).isEmpty());
        assertThat(entries.getLast().unit()).isEqualTo(new Unit.Configured(LARGE));
    }

    @Test
    void whatHasNoRoomAloneIsSaidToBeUnread() throws Misuse {
        run(units -> {
            if (file(units).equals(LARGE)) {
                large.incrementAndGet();
                throw new OutOfMemoryError("played");
            }
            return judged(units);
        });
        assertThat(large).hasValue(2);
        assertThat(entries).hasSize(8);
        assertThat(entries.getLast().unread())
                .singleElement()
                .returns(true, Unread::defect)
                .satisfies(unread -> assertThat(unread.message()).contains("java.lang.OutOfMemoryError"));
    }

    /** Services of one cluster are asked for together. */
    @Test
    void aDefectAtOneServiceIsNoneOfThoseThatAreJudgedWithIt() throws Misuse {
        List<Task> tasks = IntStream.range(0, 8)
                .mapToObj(i -> new Task(new Unit.Live("123456789012", "us-east-1", "", "farm", "service-" + i), ""))
                .toList();
        Unit broken = tasks.get(3).unit();
        new FleetRun(
                        units -> {
                            if (units.contains(broken)) {
                                throw new IllegalStateException("played");
                            }
                            return judged(units);
                        },
                        tasks,
                        unit -> new FleetPlaces.Place("one", "place"),
                        entries::add,
                        _ -> {})
                .judgeAll();
        assertThat(entries).hasSize(8);
        assertThat(entries)
                .filteredOn(entry -> !entry.unread().isEmpty())
                .extracting(Entry::unit)
                .containsExactly(broken);
    }

    private void run(Function<List<Unit>, List<Entry>> judge) throws Misuse {
        List<Task> tasks = IntStream.range(0, 8)
                .mapToObj(i -> new Task(new Unit.Configured("unit-" + i), ""))
                .toList();
        new FleetRun(judge, tasks, unit -> new FleetPlaces.Place("one", "place"), entries::add, _ -> {}).judgeAll();
    }

    private static String file(List<Unit> units) {
        return ((Unit.Configured) units.getFirst()).file();
    }

    private static List<Entry> judged(List<Unit> units) {
        return units.stream().map(each -> Entry.unread(each, List.of())).toList();
    }
}
