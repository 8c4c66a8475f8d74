package dev.envgate.fleet;

/** One part of a plan: the third of sixteen. */
public record Shard(int number, int of) {
    /** The whole. */
    public static final Shard WHOLE = new Shard(1, 1);

    public Shard {
        if (number < 1 || number > of) {
            throw new IllegalArgumentException("no shard " + number + " of " + of);
        }
    }

    @Override
    public String toString() {
        return number + "/" + of;
    }
}
