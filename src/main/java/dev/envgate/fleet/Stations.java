package dev.envgate.fleet;

/** How far the names of a service got, in numbers. */
public record Stations(Count declared, Count configured, Count stored, Count deployed) {
    /** Nothing was seen of any name. */
    public static final Stations NONE = new Stations(Count.NONE, Count.NONE, Count.NONE, Count.NONE);

    /**
     * What a station says of the names.
     *
     * @param unknown of which it is not known, or known only under a condition
     */
    public record Count(int present, int absent, int unknown) {
        static final Count NONE = new Count(0, 0, 0);

        Count and(Count other) {
            return new Count(present + other.present, absent + other.absent, unknown + other.unknown);
        }
    }

    /** Of both. */
    public Stations and(Stations other) {
        return new Stations(
                declared.and(other.declared),
                configured.and(other.configured),
                stored.and(other.stored),
                deployed.and(other.deployed));
    }
}
