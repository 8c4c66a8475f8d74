package dev.envgate.ledger;

/** What a declaration shows as its value, as far as it counts beside what the code does. */
public enum Example {
    /** Nothing at all: {@code NAME=}. */
    BLANK,
    /** A switch that is off: {@code CHAT_ENABLED=false}. */
    OFF,
    /** An address with a password in it, of a server that only a laptop or Compose knows: {@code postgres://app:app@localhost/app}. */
    OWN_MACHINE,
    /** A value, a placeholder, something made of something else. */
    OTHER
}
