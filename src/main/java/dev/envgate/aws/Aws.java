package dev.envgate.aws;

import dev.envgate.ledger.Identity;
import dev.envgate.ledger.Stored;
import java.util.List;

/** AWS as it is seen with given settings. It only reads, it asks for the value of a secret only where a request is a deep one, and nothing of the SDK is loaded before it is asked. */
public final class Aws {
    private final AwsSettings settings;

    public Aws(AwsSettings settings) {
        this.settings = settings;
    }

    /**
     * Finds out everything asked for, in parallel, and returns at the latest when the time of the settings is over. A call that
     * fails makes its own facts unknown and nothing else; nothing is thrown for what AWS, the network or the login does.
     */
    public Observation observe(Request request) {
        return request.queries().isEmpty() && request.references().isEmpty() ? nothing() : Visit.pay(settings, request);
    }

    private static Observation nothing() {
        return new Observation(
                Identity.NONE, List.of(), reference -> new Stored.NotAsked("Nothing was asked."), List.of());
    }
}
