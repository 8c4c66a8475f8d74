/** A small AWS of our own for tests and for the demonstration: a world written in JSON, served as the real services serve theirs. */
@NullMarked
package dev.envgate.smallaws;

import org.jspecify.annotations.NullMarked;
