/** YAML as a tree with places: the only room that sees the YAML library. It has not heard of what the file is for. */
@NullMarked
package dev.envgate.yaml;

import org.jspecify.annotations.NullMarked;
