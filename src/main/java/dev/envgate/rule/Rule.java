package dev.envgate.rule;

import dev.envgate.ledger.Finding;
import dev.envgate.ledger.Ledger;
import java.util.stream.Stream;

/** One fault that a variable can suffer on its way into the container. */
public interface Rule {
    /** The name it has everywhere: in reports, in its page, in its test folder. */
    String id();

    /** What the fault is, one sentence. */
    String summary();

    /** Every case of the fault. What is unknown or only conditional is no case. */
    Stream<Finding> judge(Ledger ledger);
}
