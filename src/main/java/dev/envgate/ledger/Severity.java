package dev.envgate.ledger;

/** How loud a finding is, worst first. */
public enum Severity {
    ERROR,
    WARNING,
    NOTE
}
