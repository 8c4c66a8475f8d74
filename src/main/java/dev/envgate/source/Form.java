package dev.envgate.source;

import dev.envgate.ledger.Fallback;
import java.util.List;

/**
 * One call that reads a variable: {@code os.getenv("X", "default")}.
 *
 * @param chain the words of its name, {@code ()} after one that is called without arguments
 * @param name which argument names the variable, counted from 0; {@link #EVERY} when each names one
 * @param fallback which argument stands in, or the name of one, {@code default}; empty when there is none
 * @param otherwise what happens without
 * @param build whether it is read while the program is built
 */
record Form(List<String> chain, int name, String fallback, Fallback otherwise, boolean build) {
    static final int EVERY = -1;

    private static final String NONE = "";

    /** A call whose first argument names the variable. */
    static Form of(String chain) {
        return new Form(List.of(chain.split("\\.")), 0, NONE, Fallback.NONE, false);
    }

    Form or(String argument) {
        return new Form(chain, name, argument, otherwise, build);
    }

    Form fails() {
        return new Form(chain, name, fallback, Fallback.FAILS, build);
    }

    Form every() {
        return new Form(chain, EVERY, fallback, otherwise, build);
    }

    Form built() {
        return new Form(chain, name, fallback, otherwise, true);
    }

    String first() {
        return chain.getFirst().replace("()", "");
    }
}
