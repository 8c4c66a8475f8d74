/** What takes a fault away: the place in a file, the text that belongs there, or the command. It reads syntax and writes nothing. */
@NullMarked
package dev.envgate.repair;

import org.jspecify.annotations.NullMarked;
