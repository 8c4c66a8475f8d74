package dev.envgate.terraform;

import dev.envgate.hcl.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Works out each named value once, and notices when a value is needed for itself. */
final class Memo {
    /** How many values may wait for each other. Terraform has no bound; real roots stay below a dozen. */
    private static final int DEEPEST = 300;

    /** How many values may be worked out in all, so that values that cannot be kept do not multiply. */
    private static final int MOST = 2_000_000;

    private final Map<Key, Value> done = new HashMap<>();
    private final LinkedHashSet<Key> open = new LinkedHashSet<>();
    private long cycles;
    private int worked;
    private int tentative;

    /**
     * What a value is known by.
     *
     * @param module the address of the module instance, empty for the root
     * @param name the name inside of it: {@code local.x}
     */
    record Key(String module, String name) {
        @Override
        public String toString() {
            return module.isEmpty() ? name : module + "." + name;
        }
    }

    /** What to answer when there is no value. */
    interface Trouble {
        /** The value is needed for itself; {@code path} begins and ends with it. */
        Value cycle(List<Key> path);

        /** Too many values wait for each other. */
        Value tooDeep();
    }

    Value get(Key key, Supplier<Value> work, Trouble trouble) {
        Value known = done.get(key);
        if (known != null) {
            return known;
        }
        if (open.contains(key)) {
            cycles++;
            return trouble.cycle(path(key));
        }
        return open.size() >= DEEPEST || worked++ >= MOST ? trouble.tooDeep() : workOut(key, work);
    }

    private Value workOut(Key key, Supplier<Value> work) {
        long before = cycles;
        open.add(key);
        try {
            Value value = work.get();
            // A cycle that only a tentative question runs into says nothing about this value.
            if (tentative == 0 || cycles == before) {
                done.put(key, value);
            }
            return value;
        } finally {
            open.remove(key);
        }
    }

    /**
     * Works out something that is wanted for a part of it only. A cycle in another part is no fault then.
     *
     */
    <T> T tentatively(Supplier<T> work) {
        long before = cycles;
        tentative++;
        try {
            return work.get();
        } finally {
            tentative--;
            if (tentative == 0) {
                cycles = before;
            }
        }
    }

    boolean isTentative() {
        return tentative > 0;
    }

    private List<Key> path(Key key) {
        List<Key> path = new ArrayList<>();
        boolean inside = false;
        for (Key each : open) {
            inside |= each.equals(key);
            if (inside) {
                path.add(each);
            }
        }
        path.add(key);
        return path;
    }
}
