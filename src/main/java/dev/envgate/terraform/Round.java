package dev.envgate.terraform;

import dev.envgate.hcl.Value;
import java.util.List;
import java.util.Map;

/**
 * One instance that a block makes: the only one, or one of those of {@code count} and {@code for_each}.
 *
 * @param key as in its address: nothing, {@code [0]}, {@code ["web"]}; {@code [*]} when the keys are not known
 * @param names what {@code each} and {@code count} mean in it: {@code each.key}, {@code each.value}, {@code count.index}
 * @param guard when it is there
 * @param doubts why it cannot be told whether it is there; none when that is known
 */
record Round(String key, Map<String, Value> names, Value.Guard guard, List<Value.Unknown> doubts) {
    Round {
        names = Map.copyOf(names);
        doubts = List.copyOf(doubts);
    }

    /** The same instance, there only under a further condition. */
    Round when(Value.Guard further) {
        return new Round(key, names, guard.and(further), doubts);
    }

    /** The instance of a block without {@code count} and {@code for_each}. */
    static Round only() {
        return new Round("", Map.of(), Value.Guard.ALWAYS, List.of());
    }
}
