package dev.envgate.terraform;

import dev.envgate.hcl.Symbol;
import dev.envgate.hcl.Type;
import dev.envgate.hcl.Value;
import dev.envgate.hcl.Value.Guard;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The {@code inputs} of terragrunt: values for variables, and why there may be more of them. */
final class TerragruntInputs {
    private final Map<String, Value> values = new LinkedHashMap<>();
    private final List<Value.Unknown> open = new ArrayList<>();

    Map<String, Value> values() {
        return values;
    }

    /** Why a variable that is not among the values may have one all the same. */
    List<Value.Unknown> open() {
        return open;
    }

    void open(Value.Unknown why) {
        open.add(why);
    }

    /** Puts the members of an object over what is there; {@code deep} merges objects with objects and appends lists to lists. */
    void put(Value inputs, boolean deep) {
        switch (inputs) {
            case Value.Dict mapping -> mapping.pairs().forEach(pair -> put(pair, deep));
            case Value.Unknown unknown -> open.add(unknown);
            case Value.Choice choice ->
                Stream.of(choice.whenTrue(), choice.whenFalse()).forEach(arm -> maybe(arm, choice));
            case Value.Null _, Value.Bool _, Value.Num _, Value.Str _, Value.Seq _ -> {}
        }
    }

    private void put(Value.Pair pair, boolean deep) {
        switch (pair) {
            case Value.Pair.One(Value.Str key, Value _, Guard guard)
            when key.known() && !guard.always() -> values.put(key.text(), perhaps(key, guard));
            case Value.Pair.One(Value.Str key, Value value, Guard _)
            when key.known() -> values.merge(key.text(), value, (under, over) -> deep ? merged(under, over) : over);
            case Value.Pair.One one ->
                open.add(new Value.Unknown(
                        Symbol.expression("inputs"),
                        new Type.Any(),
                        Reason.cause(one.key()),
                        one.key().origin()));
            case Value.Pair.Rest rest -> open.add(rest.why());
        }
    }

    /** An input that is given under a condition that is not known: what it is without it, another place says. */
    private static Value perhaps(Value.Str key, Guard guard) {
        return new Value.Unknown(
                Symbol.expression("inputs." + key.text()),
                new Type.Any(),
                guard.terms().getFirst().condition().cause(),
                key.origin());
    }

    /** Which of two objects it is depends on a condition that is not known. */
    private void maybe(Value arm, Value.Choice choice) {
        Fields.of(arm)
                .names()
                .forEach(name -> values.put(
                        name,
                        new Value.Unknown(
                                Symbol.expression("inputs." + name),
                                new Type.Any(),
                                choice.condition().cause(),
                                choice.origin())));
    }

    private static Value merged(Value under, Value over) {
        if (under instanceof Value.Dict below && over instanceof Value.Dict above) {
            TerragruntInputs both = new TerragruntInputs();
            both.put(below, true);
            both.put(above, true);
            List<Value.Pair> pairs = new ArrayList<>();
            both.values.forEach((name, value) ->
                    pairs.add(new Value.Pair.One(Value.Str.of(name, value.origin()), value, Guard.ALWAYS)));
            both.open.forEach(why -> pairs.add(new Value.Pair.Rest(why, Guard.ALWAYS)));
            return new Value.Dict(true, pairs, above.origin());
        }
        return under instanceof Value.Seq first && over instanceof Value.Seq second
                ? new Value.Seq(
                        Value.Seq.Shape.TUPLE,
                        Stream.concat(first.elements().stream(), second.elements().stream())
                                .toList(),
                        second.origin())
                : over;
    }
}
