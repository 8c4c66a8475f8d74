/** The contract: {@code .env.example} files, what they declare and what each declaration means. */
@NullMarked
package dev.envgate.dotenv;

import org.jspecify.annotations.NullMarked;
