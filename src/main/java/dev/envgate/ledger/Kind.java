package dev.envgate.ledger;

/** What sort of value a name stands for. */
public enum Kind {
    SECRET,
    SETTING
}
