@NullMarked
package dev.envgate.repair;

import org.jspecify.annotations.NullMarked;
