@NullMarked
package dev.envgate.yaml;

import org.jspecify.annotations.NullMarked;
