/** The faults: one class for each, and the list of them. A rule judges what the ledger holds and reads nothing itself. */
@NullMarked
package dev.envgate.rule;

import org.jspecify.annotations.NullMarked;
