package dev.envgate.ledger;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * An IAM role with what its own policies say: which action it may do on which resource.
 *
 * @param address the address of its block, or its ARN
 * @param statements those of all its policies, inline and attached
 * @param gaps why there may be more statements
 * @param limits why it may do less than the statements say: a permissions boundary
 */
public record Role(
        String address, Symbolic name, Place place, List<Statement> statements, List<Gap> gaps, List<Gap> limits) {
    public Role {
        statements = List.copyOf(statements);
        gaps = List.copyOf(gaps);
        limits = List.copyOf(limits);
    }

    /** Whether it may do an action, {@code ssm:GetParameters}, on a resource. */
    public Decision may(String action, PolicyPattern resource) {
        return refused(action, resource)
                .or(() -> undecided(action, resource))
                .orElseGet(() -> allowed(action, resource));
    }

    private Optional<Decision> refused(String action, PolicyPattern resource) {
        return those(Statement.Effect.DENY, each -> surely(each, action, resource))
                .findFirst()
                .map(Decision.Refused::new);
    }

    private static boolean surely(Statement statement, String action, PolicyPattern resource) {
        return statement.provisos().isEmpty() && statement.covers(action, resource) == Agreement.SAME;
    }

    private Optional<Decision> undecided(String action, PolicyPattern resource) {
        boolean granted = statements.stream()
                .anyMatch(each -> each.effect() == Statement.Effect.ALLOW && surely(each, action, resource));
        Stream<Decision> doubts = granted
                ? Stream.concat(doubtful(Statement.Effect.DENY, action, resource), open(limits))
                : doubtful(Statement.Effect.ALLOW, action, resource);
        return Stream.concat(doubts, open(gaps)).findFirst();
    }

    private Stream<Decision> doubtful(Statement.Effect effect, String action, PolicyPattern resource) {
        return those(effect, each -> each.covers(action, resource) != Agreement.DIFFERENT)
                .map(each -> new Decision.Undecidable(doubt(each), each.place()));
    }

    private static String doubt(Statement statement) {
        return "a statement of `%s` may concern it%s"
                .formatted(
                        statement.policy(),
                        statement.provisos().isEmpty()
                                ? ""
                                : ", which " + statement.provisos().getFirst());
    }

    private static Stream<Decision> open(List<Gap> gaps) {
        return gaps.stream().map(gap -> new Decision.Undecidable(gap.why(), gap.place()));
    }

    private Decision allowed(String action, PolicyPattern resource) {
        return those(Statement.Effect.ALLOW, each -> surely(each, action, resource))
                .findFirst()
                .<Decision>map(Decision.Allowed::new)
                .orElseGet(Decision.NotGranted::new);
    }

    private Stream<Statement> those(Statement.Effect effect, Predicate<Statement> wanted) {
        return statements.stream().filter(each -> each.effect() == effect).filter(wanted);
    }
}
