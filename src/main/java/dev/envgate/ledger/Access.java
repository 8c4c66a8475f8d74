package dev.envgate.ledger;

/** Whether a role may fetch what a reference points to, as AWS says it. */
public sealed interface Access {
    /** It may. */
    record Allowed() implements Access {}

    /**
     * It may not.
     *
     * @param action what it would have to be allowed: {@code ssm:GetParameters}
     * @param resource the ARN on which
     */
    record Denied(String action, String resource, Reason reason) implements Access {}

    /** Not to be decided, or not for whoever asks to know; {@code why} is a sentence, {@code hint} what to do about it. */
    record Undecidable(String why, String hint) implements Access {}

    /** It was asked for, and the answer did not come; {@code why} is a sentence, {@code hint} what to do about it. */
    record NotSeen(String why, String hint) implements Access {}

    /** Nobody asked; {@code why} is a sentence. */
    record NotAsked(String why) implements Access {}

    /** Why it may not. */
    sealed interface Reason {
        /** No policy allows it. */
        record NotGranted() implements Reason {}

        /** A policy denies it; {@code policy} is its name, empty when AWS does not say. */
        record Refused(String policy) implements Reason {}

        /** The permissions boundary of the role does not allow it. */
        record Boundary() implements Reason {}

        /** A policy of the organization does not allow it. */
        record Organization() implements Reason {}

        /** There is no such role. */
        record NoRole() implements Reason {}

        /** The key cannot be used, whoever asks; {@code state} as KMS calls it: {@code PendingDeletion}. */
        record KeyState(String state) implements Reason {}
    }
}
