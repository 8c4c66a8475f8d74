package dev.envgate.terraform;

import dev.envgate.hcl.Value;
import dev.envgate.ledger.Reference;

/** Finds out which secret or parameter something that is not known as a text stands for. */
interface Follow {
    Reference.Target target(Value.Unknown unknown);
}
