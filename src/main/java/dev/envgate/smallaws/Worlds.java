package dev.envgate.smallaws;

/** What a caller finds: who it is and where it asks decides. */
@FunctionalInterface
public interface Worlds {
    /** The one that a call is about. */
    World of(Call call);
}
