/** The vocabulary: services, containers, names, references, what is present where, and the ledger with one row for each name. */
@NullMarked
package dev.envgate.ledger;

import org.jspecify.annotations.NullMarked;
