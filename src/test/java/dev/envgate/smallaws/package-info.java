/** The small AWS itself: that it answers as AWS does, and that its worlds are the ones of the samples. */
@NullMarked
package dev.envgate.smallaws;

import org.jspecify.annotations.NullMarked;
