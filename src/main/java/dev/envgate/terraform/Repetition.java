package dev.envgate.terraform;

import dev.envgate.hcl.Body;
import dev.envgate.hcl.Cause;
import dev.envgate.hcl.Expression;
import dev.envgate.hcl.Origin;
import dev.envgate.hcl.Scope;
import dev.envgate.hcl.Symbol;
import dev.envgate.hcl.TakenOut;
import dev.envgate.hcl.Type;
import dev.envgate.hcl.Value;
import dev.envgate.hcl.Value.Guard;
import dev.envgate.text.Span;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Works out which instances {@code count} and {@code for_each} make, as far as that is known. */
final class Repetition {
    /** How many instances one block may have. Terraform has no bound; real roots stay below a few hundred. */
    private static final int MOST = 2_000;

    private final Run run;
    private final Scope scope;
    private final Map<String, Round> rounds = new LinkedHashMap<>();

    private Repetition(Run run, Scope scope) {
        this.run = run;
        this.scope = scope;
    }

    /** Which argument of a block makes it repeat. */
    enum Kind {
        NONE,
        COUNT,
        FOR_EACH
    }

    static Kind kind(Body block) {
        if (block.attribute("count").isPresent()) {
            return Kind.COUNT;
        }
        return block.attribute("for_each").isPresent() ? Kind.FOR_EACH : Kind.NONE;
    }

    /** The instances of a resource, a data source or a module's call. */
    static List<Round> of(Body block, Scope scope, Run run) {
        Optional<Expression> count = block.attribute("count").map(Body.Attribute::value);
        Optional<Expression> each = block.attribute("for_each").map(Body.Attribute::value);
        Repetition repetition = new Repetition(run, scope);
        if (count.isPresent()) {
            return repetition.counted(count.get());
        }
        return each.isPresent() ? repetition.each(each.get()) : List.of(Round.only());
    }

    /** Whether what makes no instances is nothing that a number or a set of them could be told from: {@code null}, a word, less than nothing. */
    static boolean refused(Body block, Scope scope, Run run) {
        return Stream.of("count", "for_each")
                .flatMap(name -> block.attribute(name).stream())
                .limit(1)
                .flatMap(argument -> Case.of(run.evaluate(argument.value(), scope), Guard.ALWAYS).stream())
                .anyMatch(one -> kind(block) == Kind.COUNT
                        ? run.number(one.value())
                                .filter(number -> number.signum() == 0)
                                .isEmpty()
                        : !none(one.value()));
    }

    private static boolean none(Value each) {
        return each instanceof Value.Dict mapping
                ? mapping.pairs().isEmpty()
                : each instanceof Value.Seq sequence && sequence.elements().isEmpty();
    }

    /** An instance that a block does not make, to read what every instance of it would have. */
    static Round none(Body.Block block, Scope scope) {
        Value.Unknown unknown = new Value.Unknown(
                new Symbol(scope.module(), "", "each.key"),
                new Type.Any(),
                new Cause(Cause.Kind.COMPUTED, "depends on which instances there are", block.header()),
                Origin.at(block.header()));
        return new Round(
                "",
                Map.of("count.index", unknown, "each.key", unknown, "each.value", unknown),
                Guard.ALWAYS,
                List.of());
    }

    private List<Round> counted(Expression count) {
        for (Case one : Case.of(run.evaluate(count, scope), Guard.ALWAYS)) {
            if (one.value() instanceof Value.Unknown unknown) {
                doubt(Map.of("count.index", unknown("count.index", unknown)), unknown);
            } else {
                run.number(one.value()).ifPresent(number -> indexes(number, one.guard(), count.span()));
            }
        }
        return List.copyOf(rounds.values());
    }

    private void indexes(BigDecimal count, Guard guard, Span at) {
        tooMany(count.compareTo(BigDecimal.valueOf(MOST)) > 0, at);
        for (int i = 0; i < Math.min(MOST, count.doubleValue()); i++) {
            Value index = new Value.Num(BigDecimal.valueOf(i), Origin.at(at));
            put(new Round("[" + i + "]", Map.of("count.index", index), guard, List.of()));
        }
    }

    private void tooMany(boolean beyond, Span at) {
        if (beyond) {
            run.problems().add(at, "More than %,d instances are not read.".formatted(MOST), "");
        }
    }

    private List<Round> each(Expression each) {
        for (Case one : Case.of(run.evaluate(each, scope), Guard.ALWAYS)) {
            if (one.value() instanceof Value.Dict mapping) {
                tooMany(mapping.pairs().size() > MOST, each.span());
                TakenOut.pairs(mapping).forEach(pair -> add(pair, one.guard()));
            } else if (one.value() instanceof Value.Seq sequence) {
                tooMany(sequence.elements().size() > MOST, each.span());
                TakenOut.elements(sequence).forEach(element -> add(element, one.guard()));
            } else if (one.value() instanceof Value.Unknown unknown) {
                doubt(unknown);
            }
        }
        return List.copyOf(rounds.values());
    }

    private void add(Value.Pair pair, Guard guard) {
        switch (pair) {
            case Value.Pair.One one -> add(one.key(), one.value(), guard.and(one.guard()));
            case Value.Pair.Rest rest -> doubt(rest.why());
        }
    }

    /** The elements of a set are keys and values at once. */
    private void add(Value.Element element, Guard guard) {
        switch (element) {
            case Value.Element.One(Value.Str key, Guard own) -> add(key, key, guard.and(own));
            case Value.Element.One(Value.Unknown unknown, Guard _) -> doubt(unknown);
            case Value.Element.One _ -> {}
            case Value.Element.Rest rest -> doubt(rest.why());
        }
    }

    private void add(Value.Str key, Value value, Guard guard) {
        put(new Round("[\"" + key.text() + "\"]", Map.of("each.key", key, "each.value", value), guard, List.of()));
    }

    private void put(Round round) {
        if (!round.guard().never() && rounds.size() < MOST) {
            rounds.merge(round.key(), round, Repetition::either);
        }
    }

    /** The same instance in two cases: there when either holds. */
    private static Round either(Round first, Round second) {
        return new Round(first.key(), first.names(), Case.either(first.guard(), second.guard()), first.doubts());
    }

    private void doubt(Value.Unknown why) {
        doubt(Map.of("each.key", unknown("each.key", why), "each.value", unknown("each.value", why)), why);
    }

    /** Stands for any number of instances whose keys are not known. */
    private void doubt(Map<String, Value> names, Value.Unknown why) {
        put(new Round("[*]", names, Guard.ALWAYS, List.of(why)));
    }

    private Value unknown(String text, Value.Unknown why) {
        return new Value.Unknown(new Symbol(scope.module(), "", text), new Type.Any(), why.cause(), why.origin());
    }
}
