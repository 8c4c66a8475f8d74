@NullMarked
package dev.envgate.rule;

import org.jspecify.annotations.NullMarked;
