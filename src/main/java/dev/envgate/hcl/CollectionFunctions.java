package dev.envgate.hcl;

import static dev.envgate.hcl.Function.named;
import static dev.envgate.hcl.Types.ANY;
import static dev.envgate.hcl.Types.BOOL;
import static dev.envgate.hcl.Types.NUMBER;

import dev.envgate.hcl.Value.Element;
import dev.envgate.hcl.Value.Guard;
import dev.envgate.hcl.Value.Pair;
import dev.envgate.hcl.Value.Seq.Shape;
import dev.envgate.hcl.Value.Unknown;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Functions that put collections together, look into them, or choose among values. */
final class CollectionFunctions {
    private CollectionFunctions() {}

    static List<Function> all(Budget budget) {
        return Functions.family(
                named("length").takesPartly(ANY).gives(NUMBER, CollectionFunctions::length),
                named("contains").takesPartly(ANY).takesPartly(ANY).gives(BOOL, CollectionFunctions::contains),
                named("merge").takesAnything().andMore().gives(ANY, CollectionFunctions::merge),
                named("concat").takesAnything().andMore().gives(ANY, call -> concat(call, budget)),
                named("flatten").takesAnything().gives(ANY, call -> flatten(call, budget)),
                named("coalesce").takesAnything().andMore().gives(ANY, CollectionFunctions::coalesce),
                named("coalescelist").takesAnything().andMore().gives(ANY, CollectionFunctions::coalesceList),
                named("one").takesAnything().gives(ANY, CollectionFunctions::one),
                named("alltrue").takesPartly(new Type.ListOf(BOOL)).gives(BOOL, call -> decided(call, false)),
                named("anytrue").takesPartly(new Type.ListOf(BOOL)).gives(BOOL, call -> decided(call, true)));
    }

    private static Value length(Invocation call) {
        return switch (call.argument(0)) {
            case Value.Str text ->
                text.known()
                        ? call.answer(Graphemes.count(text.text()))
                        : call.site().derived(NUMBER, text);
            // What was sorted out by values that are not known may be less than it seems.
            case Value.Seq sequence
            when sequence.shuffled() && sequence.shape() != Shape.SET ->
                call.site().derived(NUMBER, sequence);
            case Value.Seq sequence ->
                count(call, sequence, sequence.closed(), sequence.elements().size(), sequence.shape() == Shape.SET);
            case Value.Dict mapping ->
                count(call, mapping, mapping.closed(), mapping.pairs().size(), false);
            case Value other ->
                call.failed("`length` takes a string or a collection, and this is " + Types.kind(other));
        };
    }

    // Two unknown elements of a set may turn out to be one.
    private static Value count(Invocation call, Value value, boolean closed, int size, boolean set) {
        if (closed && (!set || value.known())) {
            return call.answer(size);
        }
        return Extent.of(value).blank()
                ? call.site().derived(NUMBER, value)
                : Cases.deep(
                        List.of(value),
                        call.site(),
                        one -> length(
                                new Invocation(call.site(), List.of(new Element.One(one.getFirst(), Guard.ALWAYS)))));
    }

    private static Value contains(Invocation call) {
        if (!(call.argument(0) instanceof Value.Seq sequence)) {
            return call.failed("`contains` looks into a list or a set, and this is " + Types.kind(call.argument(0)));
        }
        Value answer = call.answer(false);
        boolean open = false;
        for (Element element : sequence.elements().reversed()) {
            switch (element) {
                case Element.Rest ignored -> open = true;
                case Element.One one -> {
                    switch (Equality.of(one.value(), call.argument(1))) {
                        case SAME -> answer = when(one.guard(), call.answer(true), answer, call.site());
                        case DIFFERENT -> {}
                        case OPEN -> open = true;
                    }
                }
            }
        }
        boolean certain = answer instanceof Value.Bool bool && bool.value();
        return open && !certain ? call.site().derived(BOOL, call.arguments()) : answer;
    }

    /** One value where a guard holds, the other where it does not. */
    static Value when(Guard guard, Value present, Value absent, Site site) {
        Value value = present;
        for (Guard.Term term : guard.terms()) {
            value = term.expected()
                    ? Cases.choice(term.condition(), value, absent, site)
                    : Cases.choice(term.condition(), absent, value, site);
        }
        return value;
    }

    private static Value merge(Invocation call) {
        Overlay overlay = new Overlay();
        List<Value> failures = new ArrayList<>();
        boolean maps = call.count() > 0;
        for (Element argument : call.elements()) {
            for (Pair pair : pairs(argument, call, failures)) {
                overlay.add(pair);
            }
            maps &= argument instanceof Element.One(Value value, Guard ignored)
                    && value instanceof Value.Dict mapping
                    && !mapping.object();
        }
        if (!failures.isEmpty()) {
            return failures.getFirst();
        }
        Value.Dict merged = new Value.Dict(true, overlay.pairs(), call.origin());
        return maps && sameTypes(call.arguments()) ? Conversion.convert(merged, Types.of(call.argument(0))) : merged;
    }

    private static boolean sameTypes(List<Value> values) {
        return Types.ofAll(values).stream().distinct().count() == 1;
    }

    private static List<Pair> pairs(Element argument, Invocation call, List<Value> failures) {
        return switch (argument) {
            case Element.Rest rest -> List.of(new Pair.Rest(rest.why(), rest.guard()));
            case Element.One one ->
                Spread.pairs(one.value(), (value, guard) -> switch (value) {
                            case Value.Dict mapping -> mapping.pairs();
                            case Value.Null nothing when !Types.primitive(nothing.type()) -> List.of();
                            case Unknown unknown -> unknown(unknown, guard, failures);
                            case Value other -> {
                                String reason = "`merge` takes maps and objects, and this is " + Types.kind(other);
                                yield unknown(call.site().failedIf(guard.always(), reason), guard, failures);
                            }
                        })
                        .stream()
                        .map(pair -> Spread.under(pair, one.guard()))
                        .filter(pair -> !pair.guard().never())
                        .toList();
        };
    }

    private static List<Pair> unknown(Unknown unknown, Guard guard, List<Value> failures) {
        if (Calls.failed(unknown) && guard.always()) {
            failures.add(unknown);
        }
        return List.of(new Pair.Rest(unknown, Guard.ALWAYS));
    }

    private static Value concat(Invocation call, Budget budget) {
        if (call.count() == 0) {
            return call.failed("`concat` takes at least one list");
        }
        List<Value> failures = new ArrayList<>();
        List<Element> elements = new ArrayList<>();
        boolean lists = true;
        for (Element argument : call.elements()) {
            elements.addAll(Lists.elements(argument, call, failures));
            lists &= argument instanceof Element.One(Value value, Guard ignored)
                    && value instanceof Value.Seq sequence
                    && sequence.shape() == Shape.LIST;
            if (argument instanceof Element.One(Value value, Guard ignored)
                    && value instanceof Value.Seq sequence
                    && sequence.shape() == Shape.SET) {
                failures.add(call.failed("`concat` takes lists, and this is a set"));
            }
        }
        if (!failures.isEmpty()) {
            return failures.getFirst();
        }
        return budget.spend(elements.size())
                ? row(call, elements, lists)
                : call.site().bound("it takes too long");
    }

    private static Value row(Invocation call, List<Element> elements, boolean lists) {
        Value.Seq all = new Value.Seq(Shape.TUPLE, elements, call.origin());
        Optional<Type> type = lists ? Types.unify(Types.ofAll(call.arguments())) : Optional.empty();
        return type.map(one -> Conversion.convert(all, one)).orElse(all);
    }

    private static Value flatten(Invocation call, Budget budget) {
        List<Value> failures = new ArrayList<>();
        List<Element> elements = new ArrayList<>();
        for (Element element : Lists.elements(call.argument(0), call, failures)) {
            flatten(element, elements, budget);
        }
        return failures.isEmpty() ? new Value.Seq(Shape.TUPLE, elements, call.origin()) : failures.getFirst();
    }

    private static void flatten(Element element, List<Element> to, Budget budget) {
        switch (element) {
            case Element.Rest rest -> to.add(rest);
            case Element.One one
            when !(one.value() instanceof Value.Choice) || sequences(one.value()) ->
                Spread.cases(one.value(), one.guard(), (value, guard) -> flatten(value, guard, to, budget));
            case Element.One one -> to.add(one);
        }
    }

    // A choice between two plain values stays one element.
    private static boolean sequences(Value value) {
        return value instanceof Value.Choice choice
                ? sequences(choice.whenTrue()) || sequences(choice.whenFalse())
                : value instanceof Value.Seq || value instanceof Unknown;
    }

    private static void flatten(Value value, Guard guard, List<Element> to, Budget budget) {
        switch (value) {
            case Value.Seq sequence -> {
                if (budget.spend(sequence.elements().size())) {
                    TakenOut.elements(sequence).forEach(inner -> flatten(Spread.under(inner, guard), to, budget));
                }
            }
            case Unknown unknown when perhapsSequence(unknown.type()) -> to.add(new Element.Rest(unknown, guard));
            case Value other -> to.add(new Element.One(other, guard));
        }
    }

    private static boolean perhapsSequence(Type type) {
        return !Types.primitive(type) && !(type instanceof Type.MapOf) && !(type instanceof Type.ObjectOf);
    }

    private static Value coalesce(Invocation call) {
        List<Type> types = Types.ofAll(call.arguments());
        Optional<Type> type = Types.unify(types);
        return type.isEmpty()
                ? call.failed("the arguments of `coalesce` cannot become one type")
                : firstOf(call.elements(), type.get(), call);
    }

    private static Value firstOf(List<Element> elements, Type type, Invocation call) {
        if (elements.isEmpty()) {
            return call.failed("all arguments of `coalesce` are null or empty");
        }
        List<Element> others = elements.subList(1, elements.size());
        return switch (elements.getFirst()) {
            case Element.Rest rest -> call.site().derived(type, rest.why());
            case Element.One one ->
                when(
                        one.guard(),
                        Cases.top(one.value(), call.site(), value -> first(value, others, type, call)),
                        lazily(one.guard(), others, type, call),
                        call.site());
        };
    }

    private static Value lazily(Guard guard, List<Element> others, Type type, Invocation call) {
        return guard.always() ? call.argument(0) : firstOf(others, type, call);
    }

    private static Value first(Value value, List<Element> others, Type type, Invocation call) {
        return switch (value) {
            case Value.Null ignored -> firstOf(others, type, call);
            case Unknown unknown
            when !unknown.neverEmpty() ->
                Calls.failed(unknown) ? unknown : call.site().derived(type, unknown);
            case Value.Str text when text.known() && text.text().isEmpty() -> firstOf(others, type, call);
            case Value.Str text
            when !text.known() && Partial.runs(text).stream().allMatch(String::isEmpty) ->
                call.site().derived(type, text);
            case Value other -> call.site().converted(other, type);
        };
    }

    private static Value coalesceList(Invocation call) {
        for (Element element : call.elements()) {
            if (!(element instanceof Element.One one) || !one.guard().always()) {
                return call.site().derived(ANY, call.arguments());
            }
        }
        return firstList(call.arguments(), call);
    }

    private static Value firstList(List<Value> lists, Invocation call) {
        if (lists.isEmpty()) {
            return call.failed("all arguments of `coalescelist` are empty");
        }
        List<Value> others = lists.subList(1, lists.size());
        return Cases.top(lists.getFirst(), call.site(), value -> switch (value) {
            case Unknown unknown ->
                Calls.failed(unknown) ? unknown : call.site().derived(ANY, unknown);
            case Value.Seq sequence
            when sequence.shape() == Shape.SET -> call.failed("`coalescelist` takes lists, and this is a set");
            case Value.Seq sequence when sequence.elements().isEmpty() -> firstList(others, call);
            case Value.Seq sequence when certainlySome(sequence) -> sequence;
            case Value.Seq sequence -> call.site().derived(ANY, sequence);
            case Value other -> call.failed("`coalescelist` takes lists, and this is " + Types.kind(other));
        });
    }

    private static boolean certainlySome(Value.Seq sequence) {
        return sequence.elements().stream()
                .anyMatch(each -> each instanceof Element.One && each.guard().always());
    }

    private static Value one(Invocation call) {
        return Cases.top(
                call.argument(0),
                call.site(),
                value -> value instanceof Unknown unknown && !Calls.failed(unknown)
                        ? new Access(call.site()).at(unknown, "[0]")
                        : oneOf(new Invocation(call.site(), List.of(new Element.One(value, Guard.ALWAYS)))));
    }

    private static Value oneOf(Invocation call) {
        if (Calls.failed(call.argument(0))) {
            return call.argument(0);
        }
        if (!(call.argument(0) instanceof Value.Seq sequence)) {
            return call.failed("`one` takes a list or a set, and this is " + Types.kind(call.argument(0)));
        }
        if (sequence.closed()) {
            return switch (sequence.elements().size()) {
                case 0 -> new Value.Null(Types.elementType(sequence), call.origin());
                case 1 -> call.items(0).getFirst();
                default -> call.failed("`one` takes at most one element");
            };
        }
        return Extent.of(sequence).blank()
                ? call.site().derived(Types.elementType(sequence), sequence)
                : Cases.deep(
                        List.of(sequence),
                        call.site(),
                        settled -> oneOf(new Invocation(
                                call.site(), List.of(new Element.One(settled.getFirst(), Guard.ALWAYS)))));
    }

    // `anytrue` is decided by one true, `alltrue` by one false; null counts as false.
    private static Value decided(Invocation call, boolean deciding) {
        boolean open = false;
        for (Element element : call.sequence(0).elements()) {
            if (element instanceof Element.One one
                    && one.guard().always()
                    && truth(one.value()).filter(is -> is == deciding).isPresent()) {
                return call.answer(deciding);
            }
            open |= !(element instanceof Element.One settled)
                    || !settled.guard().always()
                    || truth(settled.value()).isEmpty();
        }
        return open ? call.site().derived(BOOL, call.argument(0)) : call.answer(!deciding);
    }

    private static Optional<Boolean> truth(Value value) {
        return switch (value) {
            case Value.Bool bool -> Optional.of(bool.value());
            case Value.Null ignored -> Optional.of(false);
            case Value ignored -> Optional.empty();
        };
    }
}
