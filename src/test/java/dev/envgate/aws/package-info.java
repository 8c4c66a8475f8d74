/** The AWS side, held against the small AWS, against broken servers and, where one is given, against an emulator that others wrote. */
@NullMarked
package dev.envgate.aws;

import org.jspecify.annotations.NullMarked;
