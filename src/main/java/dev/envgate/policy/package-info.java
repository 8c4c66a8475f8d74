/** What closes the gate: the verdict on a run. */
@NullMarked
package dev.envgate.policy;

import org.jspecify.annotations.NullMarked;
