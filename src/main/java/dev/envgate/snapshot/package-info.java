/** The live side of a run, written down without any value, and read again where nobody may or can ask AWS. */
@NullMarked
package dev.envgate.snapshot;

import org.jspecify.annotations.NullMarked;
