package dev.envgate.rule;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Something that takes work to find out and that most runs do not ask for: it is found out when it is first asked for. Not for several threads. */
final class Once<T> {
    private final Supplier<T> work;
    private @Nullable T found;

    Once(Supplier<T> work) {
        this.work = work;
    }

    T get() {
        T known = found;
        if (known == null) {
            known = work.get();
            found = known;
        }
        return known;
    }
}
