package dev.envgate.repair;

import dev.envgate.ledger.Reference;
import dev.envgate.ledger.Row;
import dev.envgate.ledger.Stored;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Refers to the block that makes a secret instead of to its ARN written out, whose ending is not that of the secret; where no block does, to
 * the ARN that the store has told.
 *
 * @param otherwise what is done where neither is known
 * @param summary what this does of the rule, one sentence
 */
record BlockInsteadOfArn(Repair otherwise, String summary) implements Repair {
    @Override
    public Outcome of(Fault fault) {
        List<Patch> patches = new ArrayList<>();
        fault.row().stream()
                .flatMap(row -> IntStream.range(0, row.references().size())
                        .boxed()
                        .flatMap(i -> reference(fault, row, i).stream()))
                .forEach(patches::add);
        return patches.isEmpty()
                ? otherwise.of(fault)
                : new Outcome.Patches(patches, "No way was found to refer to it where nothing else would change.");
    }

    @Override
    public Means means() {
        return Means.PATCH;
    }

    private static List<Patch> reference(Fault fault, Row row, int index) {
        Reference reference = row.references().get(index);
        Revalued block = written -> written.quoted() && written.text().contains(":secret:")
                ? written.module().madeFor(reference, written.dialect())
                : Stream.of();
        Revalued anew = written -> index < row.storedStates().size()
                        && row.storedStates().get(index) instanceof Stored.Recreated(String id)
                        && reference.target() instanceof Reference.Target.SecretArn(var arn)
                ? Stream.of(Suggestion.of(written.text().replace(arn.resource(), id.substring(id.indexOf("secret:")))))
                : Stream.of();
        Set<String> next = Set.of("undeployed", "reference-drift", "secret-recreated");
        return Stream.concat(
                        block
                                .patches(
                                        fault,
                                        "Let `%s` of the container `%s` refer to the block that makes its secret.",
                                        next)
                                .stream(),
                        anew
                                .patches(
                                        fault,
                                        "Let `%s` of the container `%s` refer to the secret that has the name now.",
                                        next)
                                .stream())
                .toList();
    }
}
