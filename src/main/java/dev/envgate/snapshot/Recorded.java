package dev.envgate.snapshot;

import dev.envgate.ledger.Access;
import dev.envgate.ledger.EnvFile;
import dev.envgate.ledger.Kept;
import dev.envgate.ledger.Stored;
import java.util.List;

/** A question to the stores and what they answered. */
public sealed interface Recorded {
    /** What was asked about: the name of the question first. */
    List<String> question();

    /** What a reference points to. */
    record Of(List<String> question, Stored answer) implements Recorded {}

    /** Whether a role may fetch it. */
    record Fetchable(List<String> question, Access answer) implements Recorded {}

    /** What an environment file gives. */
    record File(List<String> question, EnvFile answer) implements Recorded {}

    /** What a store keeps under a prefix. */
    record Prefix(List<String> question, Kept answer) implements Recorded {}
}
