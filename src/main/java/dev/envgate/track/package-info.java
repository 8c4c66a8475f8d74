/** Makes follow-ups of findings, one for each fault, and keeps them in step: what is there, what is to be done, and the calls that do it. */
@NullMarked
package dev.envgate.track;

import org.jspecify.annotations.NullMarked;
