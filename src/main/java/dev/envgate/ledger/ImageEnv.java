package dev.envgate.ledger;

import java.util.List;

/** What the image of a container gives it by {@code ENV}; never a value. */
public sealed interface ImageEnv {
    /**
     * It was read.
     *
     * @param image as the task definition names it
     * @param names what it gives a text to; one that is empty, or only shows what belongs there, is given nothing
     * @param unsure what not all of the images give that it may stand for
     * @param doubt why that are several, half a sentence that can follow "not known:"
     */
    record Read(String image, List<Name> names, List<Name> unsure, String doubt) implements ImageEnv {
        public Read {
            names = List.copyOf(names);
            unsure = List.copyOf(unsure);
        }
    }

    /**
     * Could not be read.
     *
     * @param why a sentence
     * @param hint what to do about it
     * @param cause whether somebody was asked for it at all
     */
    record NotSeen(String image, String why, String hint, NotVerified.Cause cause) implements ImageEnv {}

    /** Nobody wanted to know. */
    record NotAsked() implements ImageEnv {}
}
