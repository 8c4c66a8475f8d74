/** What holds for the whole program: its map, its layout, its documents. */
@NullMarked
package dev.envgate;

import org.jspecify.annotations.NullMarked;
