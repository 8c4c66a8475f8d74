package dev.envgate.terraform;

import dev.envgate.hcl.Origin;
import dev.envgate.hcl.Value;
import dev.envgate.text.Span;
import java.util.ArrayList;
import java.util.List;

/** What a repeated block is as a value: a tuple by {@code count}, an object by {@code for_each}. */
final class Instances {
    private final Span at;
    private final Value.Unknown further;

    /** @param further what stands for instances whose keys are not known */
    Instances(Span at, Value.Unknown further) {
        this.at = at;
        this.further = further;
    }

    /** One instance and its value. */
    record One(Round round, Value value) {}

    Value value(Repetition.Kind kind, List<One> instances) {
        return switch (kind) {
            case NONE -> instances.getFirst().value();
            case COUNT -> new Value.Seq(Value.Seq.Shape.TUPLE, elements(instances), Origin.at(at));
            case FOR_EACH -> new Value.Dict(true, pairs(instances), Origin.at(at));
        };
    }

    private List<Value.Element> elements(List<One> instances) {
        List<Value.Element> elements = new ArrayList<>();
        for (One one : instances) {
            elements.add(
                    one.round().doubts().isEmpty()
                            ? new Value.Element.One(one.value(), one.round().guard())
                            : new Value.Element.Rest(
                                    further(one.round()), one.round().guard()));
        }
        return elements;
    }

    private List<Value.Pair> pairs(List<One> instances) {
        List<Value.Pair> pairs = new ArrayList<>();
        for (One one : instances) {
            pairs.add(
                    one.round().names().get("each.key") instanceof Value.Str key
                                    && one.round().doubts().isEmpty()
                            ? new Value.Pair.One(key, one.value(), one.round().guard())
                            : new Value.Pair.Rest(
                                    further(one.round()), one.round().guard()));
        }
        return pairs;
    }

    /** What stands for instances that are not known says why their keys are not. */
    private Value.Unknown further(Round round) {
        return round.doubts().stream()
                .findFirst()
                .map(doubt -> new Value.Unknown(further.symbol(), further.type(), doubt.cause(), further.origin()))
                .orElse(further);
    }
}
