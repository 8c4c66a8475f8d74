package dev.envgate.hcl;

import dev.envgate.hcl.Value.Element;
import dev.envgate.hcl.Value.Pair;
import java.util.ArrayList;
import java.util.List;

/** What a structure is after it was encoded and decoded again: lists and sets are tuples, maps are objects. */
final class Decoded {
    private Decoded() {}

    static Value of(Value value) {
        return switch (value) {
            case Value.Null nothing -> new Value.Null(nothing.origin());
            case Value.Bool ignored -> value;
            case Value.Num ignored -> value;
            case Value.Str ignored -> value;
            case Value.Unknown ignored -> value;
            case Value.Choice choice ->
                new Value.Choice(choice.condition(), of(choice.whenTrue()), of(choice.whenFalse()), choice.origin());
            case Value.Seq sequence ->
                Spread.ordered(
                        new Value.Seq(Value.Seq.Shape.TUPLE, elements(sequence), sequence.origin()),
                        !sequence.shuffled());
            case Value.Dict mapping -> new Value.Dict(true, pairs(mapping), mapping.origin());
        };
    }

    private static List<Element> elements(Value.Seq sequence) {
        List<Element> elements = new ArrayList<>();
        for (Element element : sequence.elements()) {
            elements.add(
                    switch (element) {
                        case Element.One one -> new Element.One(of(one.value()), one.guard());
                        case Element.Rest rest -> rest;
                    });
        }
        return elements;
    }

    private static List<Pair> pairs(Value.Dict mapping) {
        List<Pair> pairs = new ArrayList<>();
        for (Pair pair : mapping.pairs()) {
            pairs.add(
                    switch (pair) {
                        case Pair.One one -> new Pair.One(one.key(), of(one.value()), one.guard());
                        case Pair.Rest rest -> rest;
                    });
        }
        return pairs;
    }
}
