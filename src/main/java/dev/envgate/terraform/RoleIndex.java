package dev.envgate.terraform;

import dev.envgate.hcl.Value;
import dev.envgate.hcl.Value.Guard;
import dev.envgate.ledger.Symbolic;
import dev.envgate.terraform.IamSurvey.Found;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The blocks of one type by the role that they name, so that a thousand roles are not each held against a thousand blocks. */
final class RoleIndex {
    private final Run run;
    private final Map<String, List<Named>> byBlock = new HashMap<>();
    private final Map<String, List<Named>> byName = new HashMap<>();
    private final List<Named> others = new ArrayList<>();

    RoleIndex(Run run, Stream<Named> all) {
        this.run = run;
        all.forEach(this::add);
    }

    /** A block, and what it says of the role. */
    record Named(Found found, Value role) {}

    private void add(Named named) {
        list(named.role()).add(named);
    }

    private List<Named> list(Value role) {
        List<Case> cases = Case.of(role, Guard.ALWAYS);
        if (cases.size() != 1) {
            return others;
        }
        Optional<String> name = Reason.text(cases.getFirst().value());
        return name.map(text -> byName.computeIfAbsent(text, key -> new ArrayList<>()))
                .or(() -> block(cases.getFirst().value())
                        .map(address -> byBlock.computeIfAbsent(address, key -> new ArrayList<>())))
                .orElse(others);
    }

    private Optional<String> block(Value value) {
        return new Keys(run)
                .pointed(value)
                .filter(pointed -> pointed.type().equals("aws_iam_role") && !pointed.isData())
                .filter(pointed -> !RoleMatch.isOpen(pointed.round()))
                .map(Pointed::full);
    }

    /** Those that may name a role; of all others it is certain that they name another one. */
    Stream<Named> of(Found role) {
        if (RoleMatch.isOpen(role.round())) {
            return Stream.of(byBlock.values().stream(), byName.values().stream(), Stream.of(others))
                    .flatMap(each -> each)
                    .flatMap(List::stream);
        }
        Symbolic name = RoleReader.name(role);
        Stream<List<Named>> named =
                name.known() ? Stream.of(byName.getOrDefault(name.toString(), List.of())) : byName.values().stream();
        return Stream.concat(Stream.of(byBlock.getOrDefault(role.full(), List.of()), others), named)
                .flatMap(List::stream);
    }
}
