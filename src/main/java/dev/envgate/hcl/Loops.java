package dev.envgate.hcl;

import dev.envgate.hcl.Value.Condition;
import dev.envgate.hcl.Value.Element;
import dev.envgate.hcl.Value.Guard;
import dev.envgate.hcl.Value.Pair;
import dev.envgate.hcl.Value.Seq.Shape;
import dev.envgate.hcl.Value.Unknown;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Evaluates {@code for}, in expressions and in templates, over collections that may be known in part. */
final class Loops {
    private final Evaluator evaluator;

    Loops(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    /** One turn of a loop: what is bound to its variables, and when it takes place. */
    private record Round(Value key, Value value, Guard guard) {}

    /** The turns of a loop, and how many more there may be. */
    private record Rounds(List<Round> known, List<Element.Rest> rests, Optional<Value> failure) {}

    Value tuple(Expression.ForTuple loop, Scope scope) {
        Site site = evaluator.site(loop, scope);
        Value collection = evaluator.evaluate(loop.intro().collection(), scope);
        Rounds rounds = rounds(collection, site);
        if (rounds.failure().isPresent()) {
            return rounds.failure().get();
        }
        List<Element> elements = new ArrayList<>();
        for (Round round : rounds.known()) {
            Scope inside = inside(scope, loop.intro(), round);
            Guard guard = guard(loop.condition(), inside, round.guard());
            if (!guard.never() && evaluator.budget().spend(1)) {
                elements.add(new Element.One(body(loop.value(), inside, guard, site), guard));
            }
        }
        elements.addAll(rounds.rests());
        return new Value.Seq(Shape.TUPLE, elements, site.origin(List.of(collection)));
    }

    private Value body(Expression expression, Scope scope, Guard guard, Site site) {
        return guard.always()
                ? evaluator.evaluate(expression, scope)
                : Conditions.assume(site.aside(() -> evaluator.evaluate(expression, scope)), guard);
    }

    Value object(Expression.ForObject loop, Scope scope) {
        Site site = evaluator.site(loop, scope);
        Value collection = evaluator.evaluate(loop.intro().collection(), scope);
        Rounds rounds = rounds(collection, site);
        if (rounds.failure().isPresent()) {
            return rounds.failure().get();
        }
        Members members = loop.grouping() ? new Groups(site) : new Singles(site);
        for (Round round : rounds.known()) {
            Scope inside = inside(scope, loop.intro(), round);
            Guard guard = guard(loop.condition(), inside, round.guard());
            if (!guard.never() && evaluator.budget().spend(1)) {
                Value key = body(loop.key(), inside, guard, site);
                add(members, key, body(loop.value(), inside, guard, site), guard, site);
            }
        }
        List<Pair> pairs = new ArrayList<>(members.pairs());
        rounds.rests().forEach(rest -> pairs.add(new Pair.Rest(rest.why(), rest.guard())));
        return members.failure().orElseGet(() -> new Value.Dict(true, pairs, site.origin(List.of(collection))));
    }

    private static void add(Members members, Value key, Value value, Guard guard, Site site) {
        Spread.cases(key, guard, (one, when) -> {
            Value text = one instanceof Value.Null ? site.failed("a key is null") : site.converted(one, Types.STRING);
            if (failed(text)) {
                members.fail(text);
            } else {
                Value.Str name = new Value.Str(Strings.pieces(text), text.origin());
                members.add(new Pair.One(name, Conditions.assume(value, when), when));
            }
        });
    }

    private static boolean failed(Value value) {
        return value instanceof Unknown unknown && unknown.cause().kind() == Cause.Kind.FAILED;
    }

    Value template(TemplatePart.For loop, Scope scope, Site site) {
        Expression.ForIntro intro = new Expression.ForIntro(loop.key(), loop.value(), loop.collection());
        Value collection = evaluator.evaluate(loop.collection(), scope);
        Rounds rounds = rounds(collection, evaluator.site(loop.collection(), scope));
        if (rounds.failure().isPresent()) {
            return rounds.failure().get();
        }
        List<Value> texts = new ArrayList<>();
        for (Round round : rounds.known()) {
            if (evaluator.budget().spend(1)) {
                List<Value> parts = evaluator.templates().parts(loop.body(), inside(scope, intro, round), site);
                texts.add(when(round.guard(), Strings.concat(parts, site.origin(parts)), site));
            }
        }
        rounds.rests()
                .forEach(rest ->
                        texts.add(evaluator.site(loop.collection(), scope).derived(Types.STRING, rest.why())));
        return Strings.concat(texts, site.origin(texts));
    }

    private static Value when(Guard guard, Value.Str text, Site site) {
        Value value = text;
        Value.Str nothing = Value.Str.of("", text.origin());
        for (Guard.Term term : guard.terms()) {
            value = term.expected()
                    ? Cases.choice(term.condition(), value, nothing, site)
                    : Cases.choice(term.condition(), nothing, value, site);
        }
        return value;
    }

    private static Scope inside(Scope scope, Expression.ForIntro intro, Round round) {
        Map<String, Value> names = new LinkedHashMap<>();
        intro.key().ifPresent(key -> names.put(key, round.key()));
        names.put(intro.value(), round.value());
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

    private static final Guard NEVER = never();

    private static Guard never() {
        Cause cause = new Cause(Cause.Kind.FAILED, "never", new dev.envgate.text.SourceFile("", "").all());
        Condition impossible = new Condition("false", "false", cause);
        return Guard.ALWAYS.and(impossible, true).and(impossible, false);
    }

    private Rounds rounds(Value collection, Site site) {
        List<Round> known = new ArrayList<>();
        List<Element.Rest> rests = new ArrayList<>();
        List<Value> failures = new ArrayList<>();
        Spread.cases(collection, Guard.ALWAYS, (value, guard) -> {
            switch (value) {
                case Value.Seq sequence -> sequence(sequence, guard, known, rests, site);
                case Value.Dict mapping -> mapping(mapping, guard, known, rests);
                case Unknown unknown when !failed(unknown) -> rests.add(new Element.Rest(unknown, guard));
                case Unknown unknown -> failures.add(unknown);
                case Value other -> failures.add(notIterable(other, guard, site));
            }
        });
        boolean nothingElse = known.isEmpty() && rests.isEmpty();
        failures.stream().filter(each -> !nothingElse).forEach(each -> {
            if (each instanceof Unknown unknown) {
                rests.add(new Element.Rest(unknown, Guard.ALWAYS));
            }
        });
        return new Rounds(known, rests, nothingElse ? failures.stream().findFirst() : Optional.empty());
    }

    private static Value notIterable(Value value, Guard guard, Site site) {
        String reason = "`for` goes through a list, a set or a map, and this is " + Types.kind(value);
        return guard.always() ? site.failed(reason) : site.failedPerhaps(reason);
    }

    private static void sequence(
            Value.Seq sequence, Guard guard, List<Round> known, List<Element.Rest> rests, Site site) {
        boolean counted = true;
        int index = 0;
        for (Element element : sequence.elements()) {
            Element here = Spread.under(element, guard);
            switch (here) {
                case Element.One one -> {
                    Value value = marked(one.value(), sequence);
                    Value key = sequence.shape() == Shape.SET ? value : number(index, counted, sequence, site);
                    known.add(new Round(key, value, one.guard()));
                }
                case Element.Rest rest -> rests.add(rest);
            }
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

    private static void mapping(Value.Dict mapping, Guard guard, List<Round> known, List<Element.Rest> rests) {
        for (Pair pair : Spread.sorted(mapping)) {
            switch (Spread.under(pair, guard)) {
                case Pair.One one -> known.add(new Round(one.key(), marked(one.value(), mapping), one.guard()));
                case Pair.Rest rest -> rests.add(new Element.Rest(rest.why(), rest.guard()));
            }
        }
    }

    /** The pairs of an object that is being made. */
    private abstract static class Members {
        private final List<Value> failures = new ArrayList<>();

        abstract void add(Pair.One pair);

        abstract List<Pair> pairs();

        void fail(Value failure) {
            failures.add(failure);
        }

        Optional<Value> failure() {
            return failures.stream().findFirst();
        }
    }

    /** Each key may come once. */
    private static final class Singles extends Members {
        private final Site site;
        private final Overlay overlay = new Overlay();
        private final Map<String, Guard> seen = new LinkedHashMap<>();

        Singles(Site site) {
            this.site = site;
        }

        @Override
        void add(Pair.One pair) {
            Guard before = pair.key().known() ? seen.put(pair.key().text(), pair.guard()) : null;
            if (before != null && before.always() && pair.guard().always()) {
                fail(site.failed("two rounds of the `for` give the same key"));
            }
            overlay.add(pair);
        }

        @Override
        List<Pair> pairs() {
            return overlay.pairs();
        }
    }

    /** Values with the same key are put together. */
    private static final class Groups extends Members {
        private final Site site;
        private final Map<String, List<Pair.One>> groups = new LinkedHashMap<>();

        Groups(Site site) {
            this.site = site;
        }

        @Override
        void add(Pair.One pair) {
            groups.computeIfAbsent(pair.key().text(), key -> new ArrayList<>()).add(pair);
        }

        @Override
        List<Pair> pairs() {
            return groups.values().stream().map(this::group).toList();
        }

        private Pair group(List<Pair.One> pairs) {
            Guard all = pairs.stream()
                    .map(Pair.One::guard)
                    .reduce((one, other) -> one.equals(other) ? one : Guard.ALWAYS)
                    .orElse(Guard.ALWAYS);
            List<Element> elements = pairs.stream()
                    .<Element>map(pair -> new Element.One(pair.value(), all.always() ? pair.guard() : Guard.ALWAYS))
                    .toList();
            return new Pair.One(pairs.getFirst().key(), new Value.Seq(Shape.TUPLE, elements, site.origin()), all);
        }
    }
}
