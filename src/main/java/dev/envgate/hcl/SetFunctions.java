package dev.envgate.hcl;

import static dev.envgate.hcl.Function.named;
import static dev.envgate.hcl.Types.ANY;

import dev.envgate.hcl.Value.Element;
import dev.envgate.hcl.Value.Guard;
import dev.envgate.hcl.Value.Seq.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Functions of sets. */
final class SetFunctions {
    private static final Type SET = new Type.SetOf(ANY);

    private SetFunctions() {}

    static List<Function> all(Budget budget) {
        return Functions.family(
                named("setunion").takesAnything().andMore().gives(SET, call -> same(call, SetFunctions::union)),
                named("setintersection")
                        .takes(SET)
                        .andMore()
                        .gives(SET, call -> same(call, SetFunctions::intersection)),
                named("setsubtract")
                        .takesAnything()
                        .takesAnything()
                        .gives(SET, call -> same(call, SetFunctions::difference)),
                named("setproduct")
                        .takesPartly(ANY)
                        .takesPartly(ANY)
                        .takesPartly(ANY)
                        .andMore()
                        .gives(ANY, call -> product(call, budget)));
    }

    /** Works on sets whose elements have become one type. */
    private interface Work {
        Value apply(Invocation call, List<Value.Seq> sets);
    }

    private static Value same(Invocation call, Work work) {
        List<Value> failures = new ArrayList<>();
        List<Value> opened = new ArrayList<>();
        for (Element argument : call.elements()) {
            List<Element> elements = Lists.elements(argument, call, failures);
            opened.add(call.site().converted(new Value.Seq(Shape.TUPLE, elements, call.origin()), SET));
        }
        opened.stream().filter(Calls::failed).forEach(failures::add);
        Optional<Type> type = Types.unify(Types.ofAll(opened));
        if (!failures.isEmpty() || type.isEmpty() || opened.isEmpty()) {
            return failures.isEmpty()
                    ? call.failed("the elements of the sets cannot become one type")
                    : failures.getFirst();
        }
        List<Value.Seq> sets = new ArrayList<>();
        for (Value each : opened) {
            if (Conversion.convert(each, type.get()) instanceof Value.Seq set) {
                sets.add(set);
            }
        }
        return work.apply(call, sets);
    }

    private static Value set(Invocation call, List<Element> elements) {
        return new Value.Seq(Shape.SET, Sets.distinct(elements), call.origin());
    }

    private static Value union(Invocation call, List<Value.Seq> sets) {
        List<Element> all = new ArrayList<>();
        sets.forEach(set -> all.addAll(set.elements()));
        return set(call, all);
    }

    private static Value intersection(Invocation call, List<Value.Seq> sets) {
        List<Element> common = new ArrayList<>(sets.getFirst().elements());
        sets.subList(1, sets.size()).forEach(set -> common.removeIf(each -> !contains(set, each)));
        return set(call, common);
    }

    private static boolean contains(Value.Seq set, Element element) {
        return set.elements().stream()
                .anyMatch(
                        each -> Equality.of(Sets.representative(each), Sets.representative(element)) == Equality.SAME);
    }

    private static Value difference(Invocation call, List<Value.Seq> sets) {
        List<Element> left = new ArrayList<>();
        boolean open = sets.getLast().elements().stream().anyMatch(Element.Rest.class::isInstance);
        for (Element element : sets.getFirst().elements()) {
            switch (element) {
                case Element.Rest rest -> left.add(rest);
                case Element.One one -> without(one, sets.getLast(), open, call).ifPresent(left::add);
            }
        }
        return set(call, left);
    }

    private static Optional<Element> without(Element.One one, Value.Seq taken, boolean open, Invocation call) {
        Guard guard = one.guard();
        boolean unsure = open;
        for (Element each : taken.elements()) {
            Equality same =
                    each instanceof Element.One other ? Equality.of(one.value(), other.value()) : Equality.DIFFERENT;
            switch (same) {
                case DIFFERENT -> {}
                case OPEN -> unsure = true;
                case SAME -> {
                    if (each.guard().always()) {
                        return Optional.empty();
                    }
                    Value.Condition present = Joining.all(each.guard());
                    guard = each.guard().terms().size() == 1
                            ? guard.and(
                                    each.guard().terms().getFirst().condition(),
                                    !each.guard().terms().getFirst().expected())
                            : guard.and(present, false);
                }
            }
        }
        return guard.never()
                ? Optional.empty()
                : Optional.of(new Element.One(one.value(), unsure ? perhaps(guard, one, call) : guard));
    }

    private static Guard perhaps(Guard guard, Element.One one, Invocation call) {
        Cause cause = Causes.first(List.of(call.argument(1)), call.site().span());
        Value.Condition condition = new Value.Condition(
                "!contains(" + Symbols.show(call.argument(1)) + ", " + shown(one.value()) + ")",
                "not in " + Fingerprint.of(call.argument(1)) + Fingerprint.of(one.value()),
                cause);
        return guard.and(condition, true);
    }

    private static String shown(Value value) {
        boolean plain = value instanceof Value.Str text
                && text.known()
                && !Extent.of(value).sensitive();
        return plain && value instanceof Value.Str text ? "\"" + text.text() + "\"" : "…";
    }

    private static Value product(Invocation call, Budget budget) {
        List<List<Value>> rows = new ArrayList<>();
        rows.add(List.of());
        boolean sets = true;
        for (Value argument : call.arguments()) {
            if (!(argument instanceof Value.Seq sequence)) {
                return call.failed("`setproduct` takes lists and sets, and this is " + Types.kind(argument));
            }
            if (!sequence.closed()) {
                return Extent.of(sequence).blank()
                        ? call.site().derived(ANY, call.arguments())
                        : Cases.deep(call.arguments(), call.site(), settled -> product(again(call, settled), budget));
            }
            if (!budget.spend((long) rows.size() * sequence.elements().size() * call.count())) {
                return call.site().bound("the product is too large");
            }
            rows = times(rows, sequence);
            sets &= sequence.shape() == Shape.SET;
        }
        List<Value> tuples = rows.stream()
                .<Value>map(row -> Value.Seq.of(Shape.TUPLE, row, call.origin()))
                .toList();
        Value.Seq product = call.list(tuples);
        return sets ? set(call, product.elements()) : product;
    }

    private static Invocation again(Invocation call, List<Value> settled) {
        return new Invocation(
                call.site(),
                settled.stream()
                        .<Element>map(each -> new Element.One(each, Guard.ALWAYS))
                        .toList());
    }

    private static List<List<Value>> times(List<List<Value>> rows, Value.Seq sequence) {
        List<List<Value>> longer = new ArrayList<>();
        for (List<Value> row : rows) {
            for (Element element : sequence.elements()) {
                List<Value> next = new ArrayList<>(row);
                next.add(Sets.representative(element));
                longer.add(next);
            }
        }
        return longer;
    }
}
