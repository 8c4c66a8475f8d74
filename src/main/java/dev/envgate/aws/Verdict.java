package dev.envgate.aws;

import dev.envgate.ledger.Access;
import dev.envgate.ledger.Decision;
import dev.envgate.ledger.PolicyPattern;
import dev.envgate.ledger.Statement.Effect;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What IAM says of one resource, as if nothing had the keys of conditions that it was given no value for. It lists those of all statements,
 * also of such as speak of other things, so that only the statements themselves tell whether it would say the same when ECS asks.
 *
 * @param access allowed or denied
 * @param missing the keys that had no value
 */
record Verdict(Access access, Set<String> missing) {
    private static final String HINT =
            "Allow the run to read the policies of the role, as `envgate iam-policy` says, so that it can be told whether the condition matters.";

    Verdict {
        missing = Set.copyOf(missing);
    }

    boolean certain() {
        return missing.isEmpty();
    }

    /** What it is worth, by the statements of the role and of its boundary. */
    Access by(OwnPolicies.Own own, Set<String> given, String action, String arn) {
        PolicyPattern resource = PolicyPattern.of(arn);
        Set<String> lacking = Conditioned.folded(missing);
        Set<String> known = Conditioned.folded(given);
        Side role = new Side(own.statements(), lacking::contains, action, resource);
        Side boundary = new Side(own.boundary(), key -> !known.contains(key), action, resource);
        if (own.unread().isEmpty() && holds(own, role, boundary, action, resource)) {
            return access;
        }
        return own.failures().isEmpty()
                ? open(own.unread().isEmpty() ? "" : HINT)
                : new Access.NotSeen(why(), own.failures().getFirst().hint());
    }

    private boolean holds(OwnPolicies.Own own, Side role, Side boundary, String action, PolicyPattern resource) {
        if (access instanceof Access.Allowed) {
            return role.holds() && boundary.holds();
        }
        if (access instanceof Access.Denied(var _, var _, Access.Reason.Refused _)) {
            return role.surely(Effect.DENY)
                    || boundary.surely(Effect.DENY)
                    || (!role.hangs(Effect.DENY) && !boundary.hangs(Effect.DENY));
        }
        return own.role().may(action, resource) instanceof Decision.NotGranted
                || (!role.hangs(Effect.ALLOW) && !boundary.hangs(Effect.ALLOW) && !boundary.hangs(Effect.DENY));
    }

    /** What it is worth where the statements could not be read. */
    Access unread(Failure failure) {
        return failure.trouble() == Trouble.DENIED ? open(HINT) : new Access.NotSeen(why(), failure.hint());
    }

    private Access open(String hint) {
        return new Access.Undecidable(why(), hint);
    }

    private String why() {
        return "A policy of the role has a condition on %s, which is known to AWS only when ECS fetches it."
                .formatted(Action.quote(new TreeSet<>(missing).first()));
    }

    /** The statements of the role, or those that limit it. */
    private record Side(List<Conditioned> all, Predicate<String> lacking, String action, PolicyPattern resource) {
        private boolean surely(Effect effect) {
            return all.stream().anyMatch(each -> each.surely(effect, action, resource));
        }

        private boolean hangs(Effect effect) {
            return all.stream().anyMatch(each -> each.hangs(effect, action, resource, lacking));
        }

        /** What is allowed stays so: nothing may deny it, and it is not allowed for want of a key only. */
        private boolean holds() {
            return !hangs(Effect.DENY) && (!hangs(Effect.ALLOW) || surely(Effect.ALLOW));
        }
    }
}
