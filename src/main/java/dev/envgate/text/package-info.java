/** Source files, spans, excerpts and escaping: what every message with a place is made of. */
@NullMarked
package dev.envgate.text;

import org.jspecify.annotations.NullMarked;
