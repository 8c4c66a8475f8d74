package dev.envgate.source;

import java.nio.file.Path;
import java.util.Collections;
import java.util.NavigableSet;
import java.util.Optional;

/** Tells which files of a repository Git keeps: those it does not ignore, whatever its ignore files say. */
@FunctionalInterface
public interface Tracked {
    /** No file is kept. */
    Tracked NOTHING = _ -> Optional.of(Collections.emptyNavigableSet());

    /** The paths from a repository's root, with slashes; empty where it cannot be told. */
    Optional<NavigableSet<String>> paths(Path repository);
}
