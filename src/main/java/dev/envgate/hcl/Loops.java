package dev.envgate.hcl;

import dev.envgate.hcl.Value.Condition;
import dev.envgate.hcl.Value.Element;
import dev.envgate.hcl.Value.Guard;
import dev.envgate.hcl.Value.Seq.Shape;
import dev.envgate.hcl.Value.Unknown;
import dev.envgate.text.SourceFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Evaluates {@code for}, in expressions and in templates, over collections that may be known in part. */
final class Loops {
    /** Asks for something and its opposite. */
    private static final Guard NEVER = never();

    private final Evaluator evaluator;

    Loops(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    private static Guard never() {
        Cause cause =
                new Cause(Cause.Kind.FAILED, "never", SourceFile.unread("").all());
        Condition impossible = new Condition("false", "false", cause);
        return Guard.ALWAYS.and(impossible, true).and(impossible, false);
    }

    Value tuple(Expression.ForTuple loop, Scope scope) {
        Site site = evaluator.site(loop, scope);
        Value collection = evaluator.evaluate(loop.intro().collection(), scope);
        List<Turn> turns = Turn.through(collection, site);
        if (!evaluator.budget().spend(turns.size())) {
            return site.bound("the `for` takes too long");
        }
        return Turn.failure(turns).orElseGet(() -> {
            Load load = new Load();
            List<Element> elements = elements(loop, turns, scope, site, load);
            return load.tooHeavy()
                    ? tooHeavy(site)
                    : Spread.ordered(
                            new Value.Seq(Shape.TUPLE, elements, site.origin(List.of(collection))),
                            Turn.ordered(collection));
        });
    }

    /**
     * What a loop has made so far: it ends when that is too much, and not only after all of its turns. A turn that went past a bound weighs
     * what it was allowed to try, because a loop of such turns takes as long as all of them.
     */
    private static final class Load {
        private static final long PAST_A_BOUND = Budget.WEIGHT / 4;

        private long weight;

        <V extends Value> V add(V value) {
            weight += isBound(value) ? PAST_A_BOUND : Extent.of(value).weight();
            return value;
        }

        private static boolean isBound(Value value) {
            return value instanceof Unknown unknown && unknown.cause().kind() == Cause.Kind.BOUND;
        }

        boolean tooHeavy() {
            return weight > Budget.WEIGHT;
        }
    }

    private static Value tooHeavy(Site site) {
        return site.bound("the `for` makes more than " + Budget.WEIGHT + " characters");
    }

    private List<Element> elements(Expression.ForTuple loop, List<Turn> turns, Scope scope, Site site, Load load) {
        List<Element> elements = new ArrayList<>();
        for (Turn turn : turns) {
            if (load.tooHeavy()) {
                return elements;
            }
            switch (turn) {
                case Turn.Rest rest ->
                    elements.add(new Element.Rest(more(rest, same(loop.value(), loop.intro()), site), rest.guard()));
                case Turn.Known known -> {
                    Scope inside = inside(scope, loop.intro(), known);
                    Guard guard = guard(loop.condition(), inside, known.guard());
                    if (!guard.never()) {
                        elements.add(new Element.One(load.add(body(loop.value(), inside, guard, site)), guard));
                    }
                }
            }
        }
        return elements;
    }

    private static boolean same(Expression value, Expression.ForIntro intro) {
        return value instanceof Expression.Root root && root.name().equals(intro.value());
    }

    private static boolean sameKey(Expression key, Expression.ForIntro intro) {
        return key instanceof Expression.Root root
                && intro.key().filter(root.name()::equals).isPresent();
    }

    // What is made of elements that are not known is something else than they are, except where it is they themselves.
    private static Unknown more(Turn.Rest rest, boolean same, Site site) {
        return same || Calls.failed(rest.why()) ? rest.why() : site.derived(Types.ANY, rest.why());
    }

    private Value body(Expression expression, Scope scope, Guard guard, Site site) {
        return guard.always()
                ? evaluator.evaluate(expression, scope)
                : Conditions.assume(site.aside(() -> evaluator.evaluate(expression, scope)), guard);
    }

    Value object(Expression.ForObject loop, Scope scope) {
        Site site = evaluator.site(loop, scope);
        Value collection = evaluator.evaluate(loop.intro().collection(), scope);
        List<Turn> turns = Turn.through(collection, site);
        if (!evaluator.budget().spend(turns.size())) {
            return site.bound("the `for` takes too long");
        }
        return Turn.failure(turns).orElseGet(() -> {
            Load load = new Load();
            LoopPairs pairs = pairs(loop, turns, scope, site, load);
            return load.tooHeavy() ? tooHeavy(site) : pairs.value(site.origin(List.of(collection)));
        });
    }

    private LoopPairs pairs(Expression.ForObject loop, List<Turn> turns, Scope scope, Site site, Load load) {
        LoopPairs pairs = new LoopPairs(site, loop.grouping());
        for (Turn turn : turns) {
            if (load.tooHeavy()) {
                return pairs;
            }
            switch (turn) {
                case Turn.Rest rest -> {
                    boolean same =
                            same(loop.value(), loop.intro()) && !loop.grouping() && sameKey(loop.key(), loop.intro());
                    pairs.add(new Turn.Rest(more(rest, same, site), rest.guard()));
                }
                case Turn.Known known -> {
                    Scope inside = inside(scope, loop.intro(), known);
                    Guard guard = guard(loop.condition(), inside, known.guard());
                    if (!guard.never()) {
                        Value key = body(loop.key(), inside, guard, site);
                        pairs.add(key, load.add(body(loop.value(), inside, guard, site)), guard);
                    }
                }
            }
        }
        return pairs;
    }

    Value template(TemplatePart.For loop, Scope scope, Site site) {
        Site there = evaluator.site(loop.collection(), scope);
        List<Turn> turns = Turn.through(evaluator.evaluate(loop.collection(), scope), there);
        if (!evaluator.budget().spend(turns.size())) {
            return there.bound("the `for` takes too long");
        }
        return Turn.failure(turns).orElseGet(() -> {
            Load load = new Load();
            List<Value> texts = turns.stream()
                    .takeWhile(_ -> !load.tooHeavy())
                    .map(turn -> load.add(text(loop, turn, scope, site)))
                    .toList();
            return load.tooHeavy() ? tooHeavy(there) : Strings.concat(texts, site.origin(texts));
        });
    }

    private Value text(TemplatePart.For loop, Turn turn, Scope scope, Site site) {
        return switch (turn) {
            case Turn.Rest rest -> evaluator.site(loop.collection(), scope).derived(Types.STRING, rest.why());
            case Turn.Known known -> {
                Expression.ForIntro intro = new Expression.ForIntro(loop.key(), loop.value(), loop.collection());
                List<Value> parts = evaluator.templates().parts(loop.body(), inside(scope, intro, known), site);
                yield when(known.guard(), Strings.concat(parts, site.origin(parts)), site);
            }
        };
    }

    private static Value when(Guard guard, Value.Str text, Site site) {
        return CollectionFunctions.when(guard, text, Value.Str.of("", text.origin()), site);
    }

    private static Scope inside(Scope scope, Expression.ForIntro intro, Turn.Known turn) {
        Map<String, Value> names = new LinkedHashMap<>();
        intro.key().ifPresent(key -> names.put(key, turn.key()));
        names.put(intro.value(), turn.value());
        return new LoopScope(scope, names);
    }

    private Guard guard(Optional<Expression> condition, Scope scope, Guard guard) {
        if (condition.isEmpty() || guard.never()) {
            return guard;
        }
        Site site = evaluator.site(condition.get(), scope);
        Value value = Conditions.assume(evaluator.evaluate(condition.get(), scope), guard);
        List<Guard> when = new ArrayList<>();
        Spread.cases(value, guard, (one, under) -> holds(one, site, under).ifPresent(when::add));
        return when.size() == 1 ? when.getFirst() : several(when, value, site, guard);
    }

    private static Optional<Guard> holds(Value value, Site site, Guard guard) {
        if (value instanceof Value.Null) {
            site.failed("the condition is null");
            return Optional.empty();
        }
        return switch (site.converted(value, Types.BOOL)) {
            case Value.Bool bool -> bool.value() ? Optional.of(guard) : Optional.empty();
            case Unknown unknown -> Optional.of(guard.and(site.condition(unknown), true));
            case Value ignored -> Optional.empty();
        };
    }

    // A condition that holds in several cases is shown as it is written.
    private static Guard several(List<Guard> when, Value value, Site site, Guard guard) {
        if (when.isEmpty()) {
            return NEVER;
        }
        Cause cause = Causes.first(List.of(value), site.span());
        return guard.and(new Condition(site.text(), "cases " + Fingerprint.of(value), cause), true);
    }
}
