package dev.envgate.terraform;

import dev.envgate.hcl.Value;
import dev.envgate.hcl.Value.Guard;
import java.util.ArrayList;
import java.util.List;

/** One of the things that a value can be, and when it is that. */
record Case(Value value, Guard guard) {
    /** The arms of a value that depends on conditions; a single case when it does not. */
    static List<Case> of(Value value, Guard guard) {
        List<Case> cases = new ArrayList<>();
        collect(value, guard, cases);
        return cases;
    }

    private static void collect(Value value, Guard guard, List<Case> cases) {
        if (guard.never()) {
            return;
        }
        if (value instanceof Value.Choice choice) {
            collect(choice.whenTrue(), guard.and(choice.condition(), true), cases);
            collect(choice.whenFalse(), guard.and(choice.condition(), false), cases);
        } else if (value instanceof Value.Str text
                && text.pieces().size() == 1
                && text.pieces().getFirst() instanceof Value.Piece.Hole(Value inside)) {
            collect(inside, guard, cases);
        } else {
            cases.add(new Case(value, guard));
        }
    }

    /** A guard that holds when either does; what differs in more than one condition is narrowed to the first. */
    static Guard either(Guard first, Guard second) {
        List<Guard.Term> both =
                first.terms().stream().filter(second.terms()::contains).toList();
        boolean opposite = first.terms().size() == both.size() + 1
                && second.terms().size() == both.size() + 1
                && first.and(second).never();
        boolean weaker = both.size() == first.terms().size()
                || both.size() == second.terms().size();
        return opposite || weaker ? new Guard(both) : first;
    }
}
