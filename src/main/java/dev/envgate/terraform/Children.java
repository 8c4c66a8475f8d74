package dev.envgate.terraform;

import dev.envgate.text.Span;
import java.util.List;

/** What a call of another module leads to. */
sealed interface Children {
    /** Its instances. */
    record Read(Repetition.Kind kind, List<Child> instances) implements Children {
        public Read {
            instances = List.copyOf(instances);
        }
    }

    /** The module is not on disk; {@code why} is half a sentence that can follow "not known:". */
    record NotRead(String why, Span at) implements Children {}

    /** One instance. */
    record Child(Round round, ModuleInstance instance) {}
}
