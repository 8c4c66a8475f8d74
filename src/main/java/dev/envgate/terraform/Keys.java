package dev.envgate.terraform;

import dev.envgate.hcl.Value;
import dev.envgate.hcl.Value.Guard;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the block of the KMS key that a {@code kms_key_id} means. */
final class Keys {
    private static final int LONGEST = 8;
    private static final Set<String> KEY = Set.of("arn", "key_id", "id");

    private final Run run;
    private final int steps;

    Keys(Run run) {
        this(run, 0);
    }

    private Keys(Run run, int steps) {
        this.run = run;
        this.steps = steps;
    }

    /** The block that makes the key; through an alias as well. */
    Optional<Pointed> block(Value id) {
        return pointed(id).flatMap(pointed -> switch (pointed.type()) {
            case "aws_kms_key" ->
                !pointed.isData() && KEY.contains(pointed.attribute()) ? Optional.of(pointed) : Optional.empty();
            case "aws_kms_alias" ->
                steps > LONGEST
                        ? Optional.empty()
                        : pointed.written("target_key_id").flatMap(target -> new Keys(run, steps + 1).block(target));
            default -> Optional.empty();
        });
    }

    /** The block that a value refers to, when it is nothing but that reference. */
    Optional<Pointed> pointed(Value value) {
        List<Case> cases = Case.of(value, Guard.ALWAYS);
        return cases.size() == 1 && cases.getFirst().value() instanceof Value.Unknown unknown
                ? Pointed.to(unknown.symbol(), run)
                : Optional.empty();
    }
}
