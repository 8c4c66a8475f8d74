package dev.envgate.repair;

/** A fault that somebody has to decide about; {@code why} says what only a person knows. */
record ByHand(String why) implements Repair {
    @Override
    public Outcome of(Fault fault) {
        return because(why, fault);
    }

    /** With the next action of the finding. */
    static Outcome.ByHand because(String why, Fault fault) {
        return new Outcome.ByHand(why + " Next: " + fault.finding().hint());
    }

    @Override
    public Means means() {
        return Means.BY_HAND;
    }

    @Override
    public String summary() {
        return why;
    }
}
