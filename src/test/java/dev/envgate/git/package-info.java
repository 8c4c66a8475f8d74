@NullMarked
package dev.envgate.git;

import org.jspecify.annotations.NullMarked;
