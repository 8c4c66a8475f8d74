package dev.envgate.repair;

/** A fault that somebody has to decide about; {@code why} says what only a person knows. */
record ByHand(String why) implements Repair {
    @Override
    public Outcome of(Fault fault) {
        return new Outcome.ByHand(why + " Next: " + fault.finding().hint());
    }
}
