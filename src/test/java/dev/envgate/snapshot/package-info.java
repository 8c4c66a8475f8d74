/** Snapshots: that nothing of the facts is forgotten, and that the published schema is the one of the types. */
@NullMarked
package dev.envgate.snapshot;

import org.jspecify.annotations.NullMarked;
