/** Holds every format against what its readers accept. */
@NullMarked
package dev.envgate.report;

import org.jspecify.annotations.NullMarked;
