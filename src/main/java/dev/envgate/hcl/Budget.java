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

    /** How heavy a value is that nobody counts: nearly all are lighter. */
    static final long LIGHT = 1 << 16;

    /** How much weight one run may carry through expressions, counted each time: what is heavy is slow to work with. */
    static final long CARRIED = 64 * STEPS;

    private int depth;
    private long left;
    private long strength = CARRIED;

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

    /** Whether so much weight may be carried once more. What is light always may, so that what is heavy takes nothing else with it. */
    boolean carry(long weight) {
        if (weight <= LIGHT) {
            return true;
        }
        strength -= Math.min(weight, strength);
        return strength > 0;
    }
}
