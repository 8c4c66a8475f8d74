@NullMarked
package dev.envgate.policy;

import org.jspecify.annotations.NullMarked;
