package dev.envgate.track;

/** One thing that brings follow-ups in step with what was found, or the reason why one is left as it is. */
public sealed interface Step {
    Subject subject();

    String fingerprint();

    /** Whether it changes anything in the tracker. */
    default boolean writes() {
        return switch (this) {
            case Create _, Update _, Close _, Reopen _ -> true;
            case InStep _, Elsewhere _, Leave _ -> false;
        };
    }

    /** A fault that nobody follows up yet. */
    record Create(Fault fault) implements Step {
        @Override
        public Subject subject() {
            return fault.subject();
        }

        @Override
        public String fingerprint() {
            return fault.fingerprint();
        }
    }

    /** A step about a follow-up that is there. */
    sealed interface OfKept extends Step {
        Kept kept();

        @Override
        default Subject subject() {
            return kept().mark().subject();
        }

        @Override
        default String fingerprint() {
            return kept().mark().fingerprint();
        }
    }

    /** Its text is not what it would be now. */
    record Update(Kept kept, Section section) implements OfKept {}

    /** Its fault is gone, and that was verified. */
    record Close(Kept kept) implements OfKept {}

    /** Its fault has come back. */
    record Reopen(Kept kept, Section section) implements OfKept {}

    /** It is as it is to be. */
    record InStep(Kept kept) implements OfKept {}

    /** It is about a service that the run is not about. */
    record Elsewhere(Kept kept) implements OfKept {}

    /** It is left as it is, and a person may want to know. {@code why} is a half sentence. */
    record Leave(Kept kept, String why) implements OfKept {}
}
