package dev.envgate.terraform;

import dev.envgate.hcl.Value;
import dev.envgate.hcl.Value.Guard;
import dev.envgate.ledger.Place;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Where in the tree of modules an instance stands, and whether it is there.
 *
 * @param address {@code module.api["x"].module.db}, empty for the root
 * @param caller the address of the instance that calls it, empty for the root as well
 * @param calls the names of the calls that lead to it, {@code api.db}
 * @param above the directories of the modules that it stands in, its own last
 * @param call where the call stands that leads to it; nowhere for the root
 * @param guard when it is there
 * @param doubts why it cannot be told whether it is there
 */
record Standing(
        String address,
        String caller,
        String calls,
        List<Path> above,
        Place call,
        Guard guard,
        List<Value.Unknown> doubts) {
    static final Standing ROOT =
            new Standing("", "", "", List.of(Path.of("")), new Place.Nowhere(), Guard.ALWAYS, List.of());

    Standing {
        above = List.copyOf(above);
        doubts = List.copyOf(doubts);
    }

    /** The root, where it is a module that is not here: {@code call} is where it is named. */
    static Standing at(Place call) {
        return new Standing("", "", "", List.of(Path.of("")), call, Guard.ALWAYS, List.of());
    }

    /** Where an instance of a called module stands. */
    Standing child(String name, Path directory, Place from, Round round) {
        List<Path> longer = new ArrayList<>(above);
        longer.add(directory);
        return new Standing(
                address("module." + name + round.key()),
                address,
                calls.isEmpty() ? name : calls + "." + name,
                longer,
                from,
                guard.and(round.guard()),
                doubts(round));
    }

    /** The address of something that stands here, as seen from the root. */
    String address(String inside) {
        return address.isEmpty() ? inside : address + "." + inside;
    }

    /** Why it cannot be told whether an instance of something that stands here is there. */
    List<Value.Unknown> doubts(Round round) {
        List<Value.Unknown> all = new ArrayList<>(doubts);
        all.addAll(round.doubts());
        return all;
    }
}
