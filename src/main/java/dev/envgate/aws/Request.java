package dev.envgate.aws;

import dev.envgate.ledger.Reference;
import dev.envgate.ledger.RoleReference;
import java.util.List;
import java.util.Map;

/**
 * What is asked of AWS in one run.
 *
 * @param references those of the configuration; those of the task definitions that are found are looked up as well
 * @param files whether environment files are read
 * @param roles the roles with which ECS is to fetch the references of the configuration, by what AWS knows them by; those of the task
 *     definitions that are found are asked about as well
 * @param deep whether values are read, to judge them
 */
public record Request(
        List<Query> queries, List<Reference> references, Files files, Map<RoleReference, String> roles, boolean deep) {
    public Request {
        queries = List.copyOf(queries);
        references = List.copyOf(references);
        roles = Map.copyOf(roles);
    }

    /** With the environment files and the roles of the task definitions that are found. */
    public Request(List<Query> queries, List<Reference> references) {
        this(queries, references, new Files.Asked(List.of()));
    }

    /** With the roles of the task definitions that are found, and without looking at values. */
    public Request(List<Query> queries, List<Reference> references, Files files) {
        this(queries, references, files, Map.of(), false);
    }

    /** Whether environment files are read. */
    public sealed interface Files {
        /**
         * They are.
         *
         * @param arns those of the configuration; those of the task definitions that are found are read as well
         */
        record Asked(List<String> arns) implements Files {
            public Asked {
                arns = List.copyOf(arns);
            }
        }

        /** They are not; {@code why} is a sentence. */
        record Declined(String why) implements Files {}
    }
}
