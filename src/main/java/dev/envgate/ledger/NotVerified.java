package dev.envgate.ledger;

/**
 * Something that could not be looked at. It never counts as fine.
 *
 * @param what the thing, by its name
 * @param why a sentence
 * @param hint what to do about it; empty when nothing can be done
 * @param cause whether it was asked for at all
 */
public record NotVerified(Station station, String what, String why, String hint, Cause cause) {
    /** Something that was asked for and could not be looked at. */
    public NotVerified(Station station, String what, String why, String hint) {
        this(station, what, why, hint, Cause.FAILED);
    }

    /** The same of one service among several. */
    NotVerified of(ServiceLedger service) {
        String named = what.equals(service.service()) ? service.title() : service.title() + ": " + what;
        return new NotVerified(station, named, why, hint, cause);
    }

    /** Why there is no answer; it decides whether the run has failed to do what it was asked for. */
    public enum Cause {
        /** It was asked for, and the answer did not come. */
        FAILED,
        /** Nobody asked: the run is offline, or there is no contract. */
        NOT_ASKED,
        /** Everything was read, and it does not decide the matter: a variable without a value, a choice between two. */
        UNDECIDED
    }
}
