/** The commands, their options and the exit codes: the edge, where files, the environment, the clock and the network are. */
@NullMarked
package dev.envgate.cli;

import org.jspecify.annotations.NullMarked;
