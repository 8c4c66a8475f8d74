package dev.envgate.ledger;

/** Whether two things are the same, as far as can be told. */
public enum Agreement {
    SAME,
    DIFFERENT,
    UNKNOWN
}
