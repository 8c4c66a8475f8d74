package dev.envgate.aws;

import dev.envgate.ledger.Reference;
import java.util.List;

/**
 * What is asked of AWS in one run.
 *
 * @param references those of the configuration; those of the task definitions that are found are looked up as well
 */
public record Request(List<Query> queries, List<Reference> references) {
    public Request {
        queries = List.copyOf(queries);
        references = List.copyOf(references);
    }
}
