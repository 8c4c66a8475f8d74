/** How a run is shown: one class for each format, all of the same findings in the same order. */
@NullMarked
package dev.envgate.report;

import org.jspecify.annotations.NullMarked;
