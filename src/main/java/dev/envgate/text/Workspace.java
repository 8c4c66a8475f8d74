package dev.envgate.text;

import java.nio.file.Path;
import java.util.List;

/** The directories that may be read. Nothing outside of them is opened, by {@code ..}, by a symbolic link or by an absolute path. */
public interface Workspace {
    /** What came of asking for a file. */
    sealed interface Read {
        record Found(SourceFile file) implements Read {}

        /** Not there, not allowed, not text, too large: {@code why} is half a sentence that can follow "cannot be read:". */
        record Refused(String why) implements Read {}
    }

    /** What came of asking for the names in a directory. */
    sealed interface Listing {
        /** The names of the files, without directories, in the order of their characters. */
        record Found(List<String> names) implements Listing {
            public Found {
                names = List.copyOf(names);
            }
        }

        /** Not there, not allowed, not a directory: {@code why} is half a sentence that can follow "cannot be read:". */
        record Refused(String why) implements Listing {}
    }

    /** Reads a file of UTF-8 text; a relative path is taken from the working directory of the run. */
    Read read(Path path);

    /**
     * Reads a file as {@link #read} does, and one that is no UTF-8 as well: each stray byte is {@link SourceFile#STRAY}. For languages that
     * allow anything in their comments.
     */
    Read readTolerantly(Path path);

    /** The files that lie directly in a directory. */
    Listing list(Path directory);

    /** The same directories, with another working directory: where Terraform would run, so that {@code file("x")} finds its file. */
    Workspace from(Path directory);

    /** The path as the operating system would find it from any directory. */
    Path absolute(Path path);

    /** How a path is shown to people: relative to the repository where possible, with {@code /}. */
    String show(Path path);
}
