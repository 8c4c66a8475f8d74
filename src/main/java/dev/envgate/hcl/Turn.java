package dev.envgate.hcl;

import dev.envgate.hcl.Value.Element;
import dev.envgate.hcl.Value.Guard;
import dev.envgate.hcl.Value.Pair;
import dev.envgate.hcl.Value.Seq.Shape;
import dev.envgate.hcl.Value.Unknown;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One turn of a {@code for}, or any number of turns that are not known. */
sealed interface Turn {
    Guard guard();

    /** What is bound to the variables of the loop, and when the turn takes place. */
    record Known(Value key, Value value, Guard guard) implements Turn {}

    /** Turns that are not known. */
    record Rest(Unknown why, Guard guard) implements Turn {}

    /** The turns that a loop takes through a collection, in order. */
    static List<Turn> through(Value collection, Site site) {
        List<Turn> turns = new ArrayList<>();
        Spread.cases(collection, Guard.ALWAYS, (value, guard) -> {
            switch (value) {
                case Value.Seq sequence -> addAll(sequence, guard, turns, site);
                case Value.Dict mapping -> addAll(mapping, guard, turns);
                case Unknown unknown -> turns.add(new Rest(unknown, guard));
                case Value other -> turns.add(new Rest(notIterable(other, guard, site), guard));
            }
        });
        return turns;
    }

    /** Why the loop as a whole fails, if it does. */
    static Optional<Value> failure(List<Turn> turns) {
        return turns.stream()
                .filter(turn -> turn instanceof Rest rest && rest.guard().always() && Calls.failed(rest.why()))
                .<Value>map(turn -> ((Rest) turn).why())
                .findFirst();
    }

    /** Whether the order of the turns is known. */
    static boolean ordered(Value collection) {
        return switch (collection) {
            case Value.Choice choice -> ordered(choice.whenTrue()) && ordered(choice.whenFalse());
            case Value.Seq sequence -> !sequence.shuffled();
            case Value.Dict mapping -> Spread.ordered(mapping);
            case Value ignored -> true;
        };
    }

    private static Unknown notIterable(Value value, Guard guard, Site site) {
        String reason = "`for` goes through a list, a set or a map, and this is " + Types.kind(value);
        return site.failedIf(guard.always(), reason);
    }

    private static void addAll(Value.Seq sequence, Guard guard, List<Turn> turns, Site site) {
        boolean counted = !sequence.shuffled();
        int index = 0;
        for (Element element : TakenOut.elements(sequence)) {
            turns.add(
                    switch (Spread.under(element, guard)) {
                        case Element.One one -> {
                            Value value = marked(one.value(), sequence);
                            Value key = sequence.shape() == Shape.SET ? value : number(index, counted, sequence, site);
                            yield new Known(key, value, one.guard());
                        }
                        case Element.Rest rest -> new Rest(rest.why(), rest.guard());
                    });
            index++;
            counted &= element instanceof Element.One && element.guard().always();
        }
    }

    private static Value marked(Value value, Value collection) {
        return collection.origin().sensitive() ? value.withOrigin(value.origin().asSensitive()) : value;
    }

    // Behind an element that is perhaps not there, the index of the others is not known.
    private static Value number(int index, boolean counted, Value.Seq sequence, Site site) {
        return counted ? new Value.Num(BigDecimal.valueOf(index), site.origin()) : site.derived(Types.NUMBER, sequence);
    }

    private static void addAll(Value.Dict mapping, Guard guard, List<Turn> turns) {
        for (Pair pair : Spread.sorted(mapping.holding(TakenOut.pairs(mapping)))) {
            turns.add(
                    switch (Spread.under(pair, guard)) {
                        case Pair.One one -> new Known(one.key(), marked(one.value(), mapping), one.guard());
                        case Pair.Rest rest -> new Rest(rest.why(), rest.guard());
                    });
        }
    }
}
