package dev.envgate.track;

/**
 * A follow-up that a tracker has.
 *
 * @param id as the tracker's calls have it
 * @param shown as people call it: {@code #12}
 * @param address where it can be looked at
 * @param archived whether it was put away and has to be taken out before it is opened
 */
public record Kept(String id, String shown, String address, State state, String body, Mark mark, boolean archived) {
    /** Whether there is something to be done, as the tracker has it. */
    public enum State {
        OPEN,
        /** It was done. */
        DONE,
        /** A person has decided that it is not going to be done. */
        DECLINED
    }
}
