package dev.envgate.hcl;

import dev.envgate.text.Span;
import java.util.List;
import java.util.Optional;

/** Functions that a tool adds to those of the language. */
public interface Extension {
    /** Adds nothing. */
    Extension NONE = (name, arguments, at) -> Optional.empty();

    /**
     * What a call gives; empty when there is no such function.
     *
     * @param at where the call is written
     */
    Optional<Value> call(String name, List<Value> arguments, Span at);
}
