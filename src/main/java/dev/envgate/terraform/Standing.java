package dev.envgate.terraform;

import dev.envgate.hcl.Value;
import dev.envgate.hcl.Value.Guard;
import java.util.ArrayList;
import java.util.List;

/**
 * Where in the tree of modules an instance stands, and whether it is there.
 *
 * @param address {@code module.api["x"].module.db}, empty for the root
 * @param calls the names of the calls that lead to it, {@code api.db}
 * @param depth how many calls
 * @param guard when it is there
 * @param doubts why it cannot be told whether it is there
 */
record Standing(String address, String calls, int depth, Guard guard, List<Value.Unknown> doubts) {
    static final Standing ROOT = new Standing("", "", 0, Guard.ALWAYS, List.of());

    Standing {
        doubts = List.copyOf(doubts);
    }

    Standing child(String name, Round round) {
        return new Standing(
                address("module." + name + round.key()),
                calls(name),
                depth + 1,
                guard.and(round.guard()),
                doubts(round));
    }

    /** The address of something that stands here, as seen from the root. */
    String address(String inside) {
        return address.isEmpty() ? inside : address + "." + inside;
    }

    /** How the manifest of installed modules names a call that stands here. */
    String calls(String name) {
        return calls.isEmpty() ? name : calls + "." + name;
    }

    /** Why it cannot be told whether an instance of something that stands here is there. */
    List<Value.Unknown> doubts(Round round) {
        List<Value.Unknown> all = new ArrayList<>(doubts);
        all.addAll(round.doubts());
        return all;
    }
}
