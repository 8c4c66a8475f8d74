package dev.envgate.hcl;

import java.util.Optional;

/** A scope with names of its own, whose values differ from one evaluation of the same text to the next. */
interface LocalNames extends Scope {
    /** The value of one of these names. */
    Optional<Value> local(String name);
}
