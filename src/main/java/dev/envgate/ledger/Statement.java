package dev.envgate.ledger;

import java.util.List;

/**
 * One statement of a policy of a role.
 *
 * @param policy what the policy is called: the address of its block, or the ARN of a policy of AWS
 * @param provisos why it may not apply, half sentences; none when it applies for certain
 */
public record Statement(
        Effect effect, Elements actions, Elements resources, List<String> provisos, String policy, Place place) {
    public Statement {
        provisos = List.copyOf(provisos);
    }

    /** What a statement does. */
    public enum Effect {
        ALLOW,
        DENY
    }

    /**
     * {@code Action} or {@code Resource}, or their opposites.
     *
     * @param except whether all but these are meant: {@code NotAction}, {@code NotResource}
     * @param gaps why there may be more than {@code patterns}
     */
    public record Elements(boolean except, List<PolicyPattern> patterns, List<Gap> gaps) {
        public Elements {
            patterns = List.copyOf(patterns);
            gaps = List.copyOf(gaps);
        }

        /** These and no others. */
        public static Elements of(String... patterns) {
            return new Elements(
                    false, List.of(patterns).stream().map(PolicyPattern::of).toList(), List.of());
        }

        /** Whether something is among what is meant. */
        public Agreement cover(PolicyPattern thing) {
            Agreement listed = listed(thing);
            return switch (listed) {
                case SAME -> except ? Agreement.DIFFERENT : Agreement.SAME;
                case DIFFERENT -> except ? Agreement.SAME : Agreement.DIFFERENT;
                case UNKNOWN -> Agreement.UNKNOWN;
            };
        }

        private Agreement listed(PolicyPattern thing) {
            boolean different = gaps.isEmpty();
            for (PolicyPattern pattern : patterns) {
                Agreement answer = pattern.covers(thing);
                if (answer == Agreement.SAME) {
                    return answer;
                }
                different &= answer == Agreement.DIFFERENT;
            }
            return different ? Agreement.DIFFERENT : Agreement.UNKNOWN;
        }

        /** Actions are compared without regard to upper and lower case. */
        Elements folded() {
            return new Elements(
                    except, patterns.stream().map(PolicyPattern::folded).toList(), gaps);
        }
    }

    /** Whether the statement speaks of an action. */
    public Agreement covers(String action) {
        return actions.folded().cover(PolicyPattern.of(action).folded());
    }

    /** Whether the statement speaks of an action on a resource, provisos left aside. */
    public Agreement covers(String action, PolicyPattern resource) {
        Agreement one = covers(action);
        Agreement other = one == Agreement.DIFFERENT ? one : resources.cover(resource);
        if (other == Agreement.DIFFERENT) {
            return other;
        }
        return one == Agreement.SAME && other == Agreement.SAME ? Agreement.SAME : Agreement.UNKNOWN;
    }
}
