package dev.envgate.hcl;

/** What one run may spend, so that no input makes it slow, deep or large. */
final class Budget {
    /** How deep expressions may lie inside each other, through locals and modules. */
    static final int DEPTH = 1_200;

    /** How deep collections may lie inside each other. */
    static final int NESTING = 200;

    /** How heavy one value may be; see {@link Extent#weight()}. */
    static final long WEIGHT = 16_000_000;

    /** How many digits a number may have before or after its point. */
    static final int DIGITS = 5_000;

    /** How many steps one run may take. */
    static final long STEPS = 20_000_000;

    private int depth;
    private long left;

    Budget(long steps) {
        this.left = steps;
    }

    /** Goes one expression deeper; false when that is too deep, and then there is nothing to leave. */
    boolean enter() {
        if (depth >= DEPTH || !spend(1)) {
            return false;
        }
        depth++;
        return true;
    }

    void leave() {
        depth--;
    }

    boolean outermost() {
        return depth == 1;
    }

    /** Whether there is enough left for so many more steps, which are then spent. */
    boolean spend(long steps) {
        if (steps > left) {
            return false;
        }
        left -= steps;
        return true;
    }
}
