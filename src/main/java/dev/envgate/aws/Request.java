package dev.envgate.aws;

import dev.envgate.ledger.Reference;
import dev.envgate.ledger.RoleReference;
import java.util.List;
import java.util.Map;

/**
 * What is asked of AWS in one run.
 *
 * @param references those of the configuration; those of the task definitions that are found are looked up as well
 * @param roles the roles with which ECS is to fetch the references of the configuration, by what AWS knows them by; those of the task
 *     definitions that are found are asked about as well
 * @param deep whether values are read, to judge them
 */
public record Request(List<Query> queries, List<Reference> references, Map<RoleReference, String> roles, boolean deep) {
    public Request {
        queries = List.copyOf(queries);
        references = List.copyOf(references);
        roles = Map.copyOf(roles);
    }

    /** Without roles, and without looking at values. */
    public Request(List<Query> queries, List<Reference> references) {
        this(queries, references, Map.of(), false);
    }
}
