package dev.envgate.hcl;

import dev.envgate.hcl.Value.Choice;
import dev.envgate.hcl.Value.Condition;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Does something for each case of the conditions that values depend on, and keeps the answers apart by them. */
final class Cases {
    /** How many cases one value may have; beyond, it is not known. */
    static final int MOST = 64;

    private final Site site;
    private final Function<List<Value>, Value> work;
    private final boolean deep;
    private int left = MOST;

    private Cases(Site site, boolean deep, Function<List<Value>, Value> work) {
        this.site = site;
        this.deep = deep;
        this.work = work;
    }

    /** Distributes over values that are a choice at their top. */
    static Value top(List<Value> values, Site site, Function<List<Value>, Value> work) {
        return values.stream().noneMatch(Choice.class::isInstance)
                ? work.apply(values)
                : new Cases(site, false, work).solve(values);
    }

    /** Distributes over one value that is a choice at its top. */
    static Value top(Value value, Site site, Function<Value, Value> work) {
        return value instanceof Choice
                ? top(List.of(value), site, one -> work.apply(one.getFirst()))
                : work.apply(value);
    }

    /** Distributes over each condition anywhere in the values. */
    static Value deep(List<Value> values, Site site, Function<List<Value>, Value> work) {
        return values.stream().noneMatch(value -> Extent.of(value).conditional())
                ? work.apply(values)
                : new Cases(site, true, work).solve(values);
    }

    /** One value or the other by a condition; what each arm says about the same condition is settled. */
    static Value choice(Condition condition, Value whenTrue, Value whenFalse, Site site) {
        Value yes = settled(whenTrue, condition, true);
        Value no = settled(whenFalse, condition, false);
        if (yes.known() && no.known() && sameText(yes, no)) {
            return yes;
        }
        return count(yes) + count(no) > MOST
                ? tooMany(condition, site)
                : new Choice(condition, yes, no, site.origin(List.of(yes, no)));
    }

    private static boolean sameText(Value yes, Value no) {
        return Types.primitive(Types.of(yes)) && Equality.of(yes, no) == Equality.SAME;
    }

    private static Value tooMany(Condition condition, Site site) {
        return site.because(new Cause(
                Cause.Kind.BOUND,
                "depends on too many conditions, one of them `" + condition.text() + "`",
                condition.cause().place()));
    }

    private static Value settled(Value value, Condition condition, boolean expected) {
        if (!(value instanceof Choice choice)) {
            return value;
        }
        if (choice.condition().equals(condition)) {
            return settled(expected ? choice.whenTrue() : choice.whenFalse(), condition, expected);
        }
        Value yes = settled(choice.whenTrue(), condition, expected);
        Value no = settled(choice.whenFalse(), condition, expected);
        return new Choice(choice.condition(), yes, no, choice.origin());
    }

    private static int count(Value value) {
        return value instanceof Choice choice ? count(choice.whenTrue()) + count(choice.whenFalse()) : 1;
    }

    private Value solve(List<Value> values) {
        Optional<Condition> condition =
                values.stream().flatMap(value -> condition(value).stream()).findFirst();
        if (condition.isEmpty()) {
            return work.apply(values);
        }
        if (--left <= 0) {
            return tooMany(condition.get(), site);
        }
        Value whenTrue = site.aside(() -> solve(assume(values, condition.get(), true)));
        Value whenFalse = site.aside(() -> solve(assume(values, condition.get(), false)));
        return choice(condition.get(), whenTrue, whenFalse, site);
    }

    private Optional<Condition> condition(Value value) {
        if (deep) {
            return Conditions.first(value);
        }
        return value instanceof Choice choice ? Optional.of(choice.condition()) : Optional.empty();
    }

    private static List<Value> assume(List<Value> values, Condition condition, boolean expected) {
        return values.stream()
                .map(value -> Conditions.assume(value, condition, expected))
                .toList();
    }
}
