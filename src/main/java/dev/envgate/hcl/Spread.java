package dev.envgate.hcl;

import dev.envgate.hcl.Value.Condition;
import dev.envgate.hcl.Value.Element;
import dev.envgate.hcl.Value.Guard;
import dev.envgate.hcl.Value.Pair;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** Opens collections: their elements and pairs one by one, each with all conditions under which it is there. */
final class Spread {
    private Spread() {}

    /** The pairs in the order in which Terraform goes through them: by key, and what is not known last. */
    static List<Pair> sorted(Value.Dict mapping) {
        List<Pair> pairs = new ArrayList<>(mapping.pairs());
        pairs.sort(Spread::byKey);
        return pairs;
    }

    /** Whether the order of the keys is known. */
    static boolean ordered(Value.Dict mapping) {
        return mapping.pairs().stream()
                .allMatch(pair -> pair instanceof Pair.One one && one.key().known());
    }

    /** The sequence, in an order that is not known unless it is said to be. */
    static Value.Seq ordered(Value.Seq sequence, boolean ordered) {
        return ordered ? sequence : sequence.asShuffled();
    }

    private static int byKey(Pair one, Pair other) {
        int rest = Boolean.compare(one instanceof Pair.Rest, other instanceof Pair.Rest);
        return rest == 0 ? Sets.compareText(key(one), key(other)) : rest;
    }

    private static String key(Pair pair) {
        return switch (pair) {
            case Pair.One one -> one.key().text();
            case Pair.Rest ignored -> "";
        };
    }

    /** The same element when one more guard holds. */
    static Element under(Element element, Guard guard) {
        if (guard.always()) {
            return element;
        }
        return switch (element) {
            case Element.One one -> new Element.One(Conditions.assume(one.value(), guard), guard.and(one.guard()));
            case Element.Rest rest -> new Element.Rest(rest.why(), guard.and(rest.guard()));
        };
    }

    /** The same pair when one more guard holds. */
    static Pair under(Pair pair, Guard guard) {
        if (guard.always()) {
            return pair;
        }
        return switch (pair) {
            case Pair.One one -> new Pair.One(one.key(), Conditions.assume(one.value(), guard), guard.and(one.guard()));
            case Pair.Rest rest -> new Pair.Rest(rest.why(), guard.and(rest.guard()));
        };
    }

    /** What a value contributes to a list, for each case of the conditions at its top; what contradicts itself is left out. */
    static List<Element> elements(Value value, BiFunction<Value, Guard, List<Element>> leaf) {
        List<Element> all = new ArrayList<>();
        cases(
                value,
                Guard.ALWAYS,
                (each, guard) -> leaf.apply(each, guard).stream()
                        .map(element -> under(element, guard))
                        .filter(element -> !element.guard().never())
                        .forEach(all::add));
        return all;
    }

    /** What a value contributes to a map, for each case of the conditions at its top. */
    static List<Pair> pairs(Value value, BiFunction<Value, Guard, List<Pair>> leaf) {
        List<Pair> all = new ArrayList<>();
        cases(
                value,
                Guard.ALWAYS,
                (each, guard) -> leaf.apply(each, guard).stream()
                        .map(pair -> under(pair, guard))
                        .filter(pair -> !pair.guard().never())
                        .forEach(all::add));
        return all;
    }

    /** One case of a value. */
    interface Case {
        void accept(Value value, Guard guard);
    }

    /** Each case of the conditions at the top of a value. */
    static void cases(Value value, Guard guard, Case action) {
        if (guard.never()) {
            return;
        }
        if (value instanceof Value.Choice choice) {
            Condition condition = choice.condition();
            cases(choice.whenTrue(), guard.and(condition, true), action);
            cases(choice.whenFalse(), guard.and(condition, false), action);
        } else {
            action.accept(value, guard);
        }
    }
}
