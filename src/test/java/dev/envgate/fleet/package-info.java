@NullMarked
package dev.envgate.fleet;

import org.jspecify.annotations.NullMarked;
