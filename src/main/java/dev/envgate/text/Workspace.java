package dev.envgate.text;

import java.nio.file.Path;

/** The directories that may be read. Nothing outside of them is opened, by {@code ..}, by a symbolic link or by an absolute path. */
public interface Workspace {
    /** What came of asking for a file. */
    sealed interface Read {
        record Found(SourceFile file) implements Read {}

        /** Not there, not allowed, not text, too large: {@code why} is half a sentence that can follow "cannot be read:". */
        record Refused(String why) implements Read {}
    }

    /** Reads a file of UTF-8 text; a relative path is taken from the working directory of the run. */
    Read read(Path path);

    /** How a path is shown to people: relative to the repository where possible, with {@code /}. */
    String show(Path path);
}
