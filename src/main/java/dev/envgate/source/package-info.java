/** Where code reads variables: the source of the application, searched language by language. */
@NullMarked
package dev.envgate.source;

import org.jspecify.annotations.NullMarked;
