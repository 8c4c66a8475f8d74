package dev.envgate.aws;

import dev.envgate.ledger.ContainerDefinition;
import dev.envgate.ledger.Reference;
import dev.envgate.ledger.RoleReference;
import dev.envgate.ledger.Symbolic;
import dev.envgate.ledger.TaskDefinition;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is asked of AWS in one run.
 *
 * @param references those of the configuration; those of the task definitions that are found are looked up as well
 * @param files whether environment files are read
 * @param readers the roles with which ECS is to fetch the references of the configuration; those of the task definitions that are
 *     found are asked about as well
 * @param deep whether values are read, to judge them
 * @param prefixes under which it is listed what the stores keep
 * @param images whether it is looked at what images give
 */
public record Request(
        List<Query> queries,
        List<Reference> references,
        Files files,
        List<Reader> readers,
        boolean deep,
        List<String> prefixes,
        boolean images) {
    public Request {
        queries = List.copyOf(queries);
        references = List.copyOf(references);
        readers = List.copyOf(readers);
        prefixes = List.copyOf(prefixes);
    }

    /** Without images. */
    public Request(
            List<Query> queries,
            List<Reference> references,
            Files files,
            List<Reader> readers,
            boolean deep,
            List<String> prefixes) {
        this(queries, references, files, readers, deep, prefixes, false);
    }

    /** With the environment files of the task definitions that are found. */
    public Request(List<Query> queries, List<Reference> references) {
        this(queries, references, new Files.Asked(List.of()));
    }

    /** Without roles, without looking at values, and without prefixes. */
    public Request(List<Query> queries, List<Reference> references, Files files) {
        this(queries, references, files, List.of(), false, List.of());
    }

    /** Somebody who is to fetch what a reference points to; {@code role} is the role's ARN or its name. */
    public record Reader(String role, Reference reference) {
        /** All that a role, as far as it is known, is to fetch for a task definition. */
        public static Stream<Reader> of(TaskDefinition definition, RoleReference role) {
            return role instanceof RoleReference.Named(Symbolic name) && name.known()
                    ? definition.containers().stream()
                            .flatMap(ContainerDefinition::references)
                            .map(each -> new Reader(name.toString(), each))
                            .distinct()
                    : Stream.of();
        }
    }

    /** Both, each thing once. */
    public Request and(Request other) {
        return new Request(
                both(queries, other.queries),
                both(references, other.references),
                files.and(other.files),
                both(readers, other.readers),
                deep || other.deep,
                both(prefixes, other.prefixes),
                images || other.images);
    }

    /** The same, and what images give. */
    public Request withImages() {
        return new Request(queries, references, files, readers, deep, prefixes, true);
    }

    private static <T> List<T> both(List<T> one, List<T> other) {
        return Stream.concat(one.stream(), other.stream()).distinct().toList();
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

        /** Both; when one is declined, all are. */
        private Files and(Files other) {
            return this instanceof Asked(List<String> mine) && other instanceof Asked(List<String> theirs)
                    ? new Asked(both(mine, theirs))
                    : this instanceof Declined ? this : other;
        }
    }
}
