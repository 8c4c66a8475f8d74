@NullMarked
package dev.envgate.ledger;

import org.jspecify.annotations.NullMarked;
