package dev.envgate.aws;

/** What came of a question that is about nothing else. */
public sealed interface Asked<T> {
    /** It was answered. */
    record Got<T>(T value) implements Asked<T> {}

    /** It was not; {@code why} is a sentence, {@code hint} what to do about it. */
    record NotSeen<T>(String why, String hint) implements Asked<T> {}
}
