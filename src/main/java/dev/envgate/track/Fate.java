package dev.envgate.track;

/** What a run says of the fault of a follow-up. */
sealed interface Fate {
    /** It is there. */
    record There(Fault fault) implements Fate {}

    /** It is there, and does not count. */
    record SetAside(String why) implements Fate {}

    /** Everything that it depends on was looked at, and it is not there any more. */
    record Gone() implements Fate {}

    /** It was not found, and not everything that it depends on was looked at. {@code why} is half a sentence that can follow "because". */
    record Unknown(String why) implements Fate {}

    /** The run is about other services. */
    record Elsewhere() implements Fate {}
}
