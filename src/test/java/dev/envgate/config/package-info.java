@NullMarked
package dev.envgate.config;

import org.jspecify.annotations.NullMarked;
