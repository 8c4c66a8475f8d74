package dev.envgate.ledger;

/** What code does when a variable that it reads is not set, as far as the place of the read shows. */
public enum Fallback {
    /** It fails: {@code os.environ["X"]}, {@code ENV.fetch("X")}. */
    FAILS,
    /** Nothing is seen to stand in: {@code process.env.X}. */
    NONE,
    /** What stands in is no value: {@code ""}, {@code null}, {@code undefined}. */
    EMPTY,
    /** A value stands in, or another variable. It may still be a bad one: {@code "change-me"}. */
    USABLE
}
