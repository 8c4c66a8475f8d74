/** Many services as one: what is judged in one go, who does which part, what is finished, and what it comes to. */
@NullMarked
package dev.envgate.fleet;

import org.jspecify.annotations.NullMarked;
