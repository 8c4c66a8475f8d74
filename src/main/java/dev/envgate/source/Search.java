package dev.envgate.source;

import java.util.List;
import java.util.Set;

/** How the files of one sort are searched. */
interface Search {
    /** Whether there can be anything to find in a file, by its bytes. */
    default boolean mayRead(byte[] content) {
        return true;
    }

    /** Finds what the file reads. */
    void in(Scan scan);

    /** Finds what the file reads through functions of the application's own. */
    default void calls(Set<Helper> helpers, Scan scan) {}

    /** The pieces of the file that are code and no comment, where names may be mentioned. */
    List<Tokens> code(String text);
}
