package dev.envgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envgate.fleet.Task;
import dev.envgate.fleet.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FleetLanesTest {
    /** A unit is called by its account, region and number. */
    private static FleetLanes of(String... units) {
        return new FleetLanes(
                List.of(units).stream()
                        .map(each -> new Task(new Unit.Configured(each), ""))
                        .toList(),
                unit -> {
                    String[] parts = unit.key().split("/", -1);
                    return new FleetPlaces.Place(parts[parts.length - 3], parts[parts.length - 2]);
                });
    }

    private static List<String> next(FleetLanes lanes, int count) throws InterruptedException {
        List<String> begun = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            begun.add(name(lanes.next().orElseThrow()));
        }
        return begun;
    }

    private static String name(FleetLanes.Work work) {
        return ((Unit.Configured) work.units().getFirst()).file();
    }

    /** Its regions share what an account may ask of IAM. */
    @Test
    void anAccountOfWhichNothingIsJudgedComesBeforeAnotherRegionOfOneThatIs() throws InterruptedException {
        FleetLanes lanes = of("one/east/1", "one/east/2", "one/west/3", "one/west/4", "two/east/5");
        assertThat(next(lanes, 2)).containsExactly("one/east/1", "two/east/5");
        assertThat(next(lanes, 1)).containsExactly("one/west/3");
    }

    @Test
    void ofTwoAccountsTheOneThatHasMoreLeftIsFirst() throws InterruptedException {
        FleetLanes lanes = of("one/east/1", "two/east/2", "two/west/3", "two/north/4");
        assertThat(next(lanes, 2)).containsExactly("two/east/2", "one/east/1");
    }

    @Test
    void noMoreThanTwoAreJudgedInOneRegionOfAnAccount() throws InterruptedException {
        FleetLanes lanes = of("one/east/1", "one/east/2", "one/east/3", "one/west/4");
        FleetLanes.Work first = lanes.next().orElseThrow();
        assertThat(next(lanes, 2)).containsExactly("one/east/2", "one/west/4");
        lanes.done(first);
        assertThat(next(lanes, 1)).containsExactly("one/east/3");
        assertThat(lanes.next()).isEqualTo(Optional.empty());
    }
}
