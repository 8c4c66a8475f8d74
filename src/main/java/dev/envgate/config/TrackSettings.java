package dev.envgate.config;

/**
 * Where follow-ups are kept, and of what.
 *
 * @param repository {@code owner/name} on GitHub
 * @param team the key of a team in Linear
 * @param webhook the address that reports are sent to
 * @param label of every follow-up
 * @param severity of the mildest finding that gets one
 * @param limit how many a run makes at most
 */
public record TrackSettings(
        Setting repository, Setting team, Setting webhook, Setting label, Setting severity, Setting limit) {
    /** Nothing is said. */
    public static final TrackSettings NONE =
            new TrackSettings(Setting.NONE, Setting.NONE, Setting.NONE, Setting.NONE, Setting.NONE, Setting.NONE);
}
