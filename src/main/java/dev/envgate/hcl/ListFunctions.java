package dev.envgate.hcl;

import static dev.envgate.hcl.Function.named;
import static dev.envgate.hcl.Types.ANY;
import static dev.envgate.hcl.Types.NUMBER;
import static dev.envgate.hcl.Types.STRING;

import dev.envgate.hcl.Value.Element;
import dev.envgate.hcl.Value.Guard;
import dev.envgate.hcl.Value.Seq.Shape;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Functions of lists. */
final class ListFunctions {
    /** Terraform makes no longer ranges either. */
    private static final int LONGEST_RANGE = 1024;

    private static final Type LIST = new Type.ListOf(ANY);

    private ListFunctions() {}

    static List<Function> all(Budget budget) {
        return Functions.family(
                named("compact")
                        .takesPartly(new Type.ListOf(STRING))
                        .gives(new Type.ListOf(STRING), ListFunctions::compact),
                named("distinct").takesPartly(LIST).gives(LIST, ListFunctions::distinct),
                named("reverse").takesPartly(ANY).gives(LIST, ListFunctions::reverse),
                named("sort").takesPartly(new Type.ListOf(STRING)).gives(new Type.ListOf(STRING), ListFunctions::sort),
                named("element").takesAnything().takes(NUMBER).gives(ANY, ListFunctions::element),
                named("index").takesPartly(ANY).takesNullable(ANY).gives(NUMBER, ListFunctions::index),
                named("slice").takesPartly(ANY).takes(NUMBER).takes(NUMBER).gives(LIST, ListFunctions::slice),
                named("chunklist").takesPartly(LIST).takes(NUMBER).gives(LIST, ListFunctions::chunks),
                named("matchkeys").takesPartly(LIST).takes(LIST).takes(LIST).gives(LIST, ListFunctions::matchKeys),
                named("range").takes(NUMBER).takes(NUMBER).andMore().gives(LIST, ListFunctions::range),
                named("sum").takesPartly(ANY).gives(NUMBER, ListFunctions::sum));
    }

    private static Value compact(Invocation call) {
        List<Element> kept = new ArrayList<>();
        for (Element element : call.sequence(0).elements()) {
            switch (element) {
                case Element.Rest rest -> kept.add(rest);
                case Element.One one ->
                    Spread.cases(one.value(), one.guard(), (value, guard) -> {
                        if (!empty(value)) {
                            kept.add(perhaps(value, guard));
                        }
                    });
            }
        }
        return new Value.Seq(Shape.LIST, STRING, kept, call.origin());
    }

    private static boolean empty(Value value) {
        return value instanceof Value.Null
                || (value instanceof Value.Str text
                        && text.known()
                        && text.text().isEmpty());
    }

    // What is not known may be empty, and then it is not there.
    private static Element perhaps(Value value, Guard guard) {
        boolean open = switch (value) {
            case Value.Unknown unknown -> !unknown.neverEmpty();
            case Value.Str text -> !text.known() && Partial.runs(text).stream().allMatch(String::isEmpty);
            case Value ignored -> false;
        };
        if (!open) {
            return new Element.One(value, guard);
        }
        Cause cause = Causes.first(List.of(value), value.origin().born());
        String text = Symbols.show(value);
        Value.Condition condition = new Value.Condition(text + " != \"\"", "some " + Fingerprint.of(value), cause);
        return new Element.One(value, guard.and(condition, true));
    }

    private static Value distinct(Invocation call) {
        Value.Seq list = call.sequence(0);
        Value.Seq each = new Value.Seq(Shape.LIST, list.elementType(), Distinct.of(list.elements()), call.origin());
        return Spread.ordered(each, Sets.sorted(list.elements()));
    }

    private static Value reverse(Invocation call) {
        if (!(call.argument(0) instanceof Value.Seq sequence)) {
            return call.failed("`reverse` takes a list, and this is " + Types.kind(call.argument(0)));
        }
        List<Element> elements = new ArrayList<>(sequence.elements());
        Collections.reverse(elements);
        Shape shape = sequence.shape() == Shape.TUPLE ? Shape.TUPLE : Shape.LIST;
        return new Value.Seq(shape, sequence.elementType(), elements, call.origin());
    }

    private static Value sort(Invocation call) {
        List<Element> elements = new ArrayList<>(call.sequence(0).elements());
        if (elements.stream()
                .anyMatch(each ->
                        each instanceof Element.One(Value value, Guard ignored) && value instanceof Value.Null)) {
            return call.failed("an element to sort is null");
        }
        elements.sort((left, right) -> Sets.ORDER.compare(Sets.representative(left), Sets.representative(right)));
        return Spread.ordered(new Value.Seq(Shape.LIST, STRING, elements, call.origin()), Sets.sorted(elements));
    }

    private static Value element(Invocation call) {
        BigDecimal index = call.number(1);
        if (!Arithmetic.whole(index) || index.signum() < 0) {
            return call.failed("an index is a whole number from zero");
        }
        int position = index.min(BigDecimal.valueOf(Integer.MAX_VALUE)).intValue();
        return Cases.top(call.argument(0), call.site(), list -> element(list, position, call));
    }

    private static Value element(Value list, int position, Invocation call) {
        return switch (list) {
            case Value.Unknown unknown when Calls.failed(unknown) -> unknown;
            case Value.Unknown unknown
            when unknown.symbol().splat() && position == 0 -> new Access(call.site()).at(unknown, "[0]");
            case Value.Unknown unknown -> call.site().derived(ANY, unknown);
            case Value.Seq sequence when sequence.shape() != Shape.SET -> element(sequence, position, call);
            case Value other -> call.failed("`element` takes a list, and this is " + Types.kind(other));
        };
    }

    // Behind the last element it begins again, so that only the first can be told of a list that may be longer.
    private static Value element(Value.Seq list, int position, Invocation call) {
        if (list.closed()) {
            int size = list.elements().size();
            return size == 0 ? call.failed("the list is empty") : new Access(call.site()).at(list, position % size);
        }
        return position == 0 ? new Access(call.site()).at(list, 0) : call.site().derived(Types.elementType(list), list);
    }

    private static Invocation again(Invocation call, List<Value> settled) {
        return new Invocation(
                call.site(),
                settled.stream()
                        .<Element>map(each -> new Element.One(each, Guard.ALWAYS))
                        .toList());
    }

    private static Value index(Invocation call) {
        if (!(call.argument(0) instanceof Value.Seq sequence) || sequence.shape() == Shape.SET) {
            return call.failed("`index` takes a list, and this is " + Types.kind(call.argument(0)));
        }
        if (sequence.shuffled()) {
            return call.site().derived(NUMBER, call.arguments());
        }
        int place = 0;
        for (Element element : sequence.elements()) {
            boolean certain = element instanceof Element.One && element.guard().always();
            Equality same = certain && element instanceof Element.One one
                    ? Equality.of(one.value(), call.argument(1))
                    : Equality.OPEN;
            switch (same) {
                case SAME -> {
                    return call.answer(place);
                }
                case DIFFERENT -> place++;
                case OPEN -> {
                    return call.site().derived(NUMBER, call.arguments());
                }
            }
        }
        return call.failed("the list does not hold it");
    }

    private static Value slice(Invocation call) {
        if (!(call.argument(0) instanceof Value.Seq sequence) || sequence.shape() == Shape.SET) {
            return call.failed("`slice` takes a list, and this is " + Types.kind(call.argument(0)));
        }
        if (sequence.shuffled()) {
            return call.site().derived(LIST, sequence);
        }
        Optional<int[]> bounds = bounds(call, certainlyAtStart(sequence));
        if (bounds.isPresent()) {
            List<Element> part = sequence.elements().subList(bounds.get()[0], bounds.get()[1]);
            return new Value.Seq(sequence.shape(), sequence.elementType(), part, call.origin());
        }
        if (sequence.closed()) {
            return call.failed("the bounds of the slice lie outside of the list");
        }
        return Extent.of(sequence).blank()
                ? call.site().derived(LIST, sequence)
                : Cases.deep(call.arguments(), call.site(), settled -> slice(again(call, settled)));
    }

    private static int certainlyAtStart(Value.Seq sequence) {
        int count = 0;
        for (Element element : sequence.elements()) {
            if (!(element instanceof Element.One) || !element.guard().always()) {
                break;
            }
            count++;
        }
        return count;
    }

    private static Optional<int[]> bounds(Invocation call, int size) {
        BigDecimal from = call.number(1);
        BigDecimal to = call.number(2);
        boolean inside = Arithmetic.whole(from)
                && Arithmetic.whole(to)
                && from.signum() >= 0
                && from.compareTo(to) <= 0
                && to.compareTo(BigDecimal.valueOf(size)) <= 0;
        return inside ? Optional.of(new int[] {from.intValue(), to.intValue()}) : Optional.empty();
    }

    private static Value chunks(Invocation call) {
        Value.Seq list = call.sequence(0);
        if (list.shuffled()) {
            return call.site().derived(LIST, list);
        }
        if (!list.closed()) {
            return Extent.of(list).blank()
                    ? call.site().derived(LIST, list)
                    : Cases.deep(call.arguments(), call.site(), settled -> chunks(again(call, settled)));
        }
        BigDecimal wanted = call.number(1);
        if (!Arithmetic.whole(wanted) || wanted.signum() < 0) {
            return call.failed("the size of a chunk is a whole number from zero");
        }
        int size = wanted.signum() == 0
                ? Math.max(1, list.elements().size())
                : wanted.min(BigDecimal.valueOf(Integer.MAX_VALUE)).intValue();
        List<Value> chunks = new ArrayList<>();
        for (int i = 0;
                i < list.elements().size();
                i += Math.min(size, list.elements().size())) {
            int end = (int) Math.min((long) i + size, list.elements().size());
            chunks.add(new Value.Seq(
                    Shape.LIST, list.elementType(), list.elements().subList(i, end), call.origin()));
        }
        return call.list(chunks);
    }

    private static Value matchKeys(Invocation call) {
        Value.Seq values = call.sequence(0);
        List<Value> keys = call.items(1);
        if (!values.closed() || values.shuffled()) {
            return call.site().derived(LIST, values);
        }
        if (keys.size() != values.elements().size()) {
            return call.failed("the lists of values and of keys have different lengths");
        }
        List<Element> matching = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            Value key = keys.get(i);
            if (call.items(2).stream().anyMatch(wanted -> Equality.of(wanted, key) == Equality.SAME)) {
                matching.add(values.elements().get(i));
            }
        }
        return new Value.Seq(Shape.LIST, values.elementType(), matching, call.origin());
    }

    private static Value range(Invocation call) {
        if (call.count() > 3) {
            return call.failed("`range` takes one to three numbers");
        }
        BigDecimal start = call.count() == 1 ? BigDecimal.ZERO : call.number(0);
        BigDecimal end = call.count() == 1 ? call.number(0) : call.number(1);
        boolean down = end.compareTo(start) < 0;
        BigDecimal step = call.count() == 3 ? call.number(2) : down ? BigDecimal.ONE.negate() : BigDecimal.ONE;
        if (step.signum() == 0
                || (down && step.signum() > 0)
                || (!down && end.compareTo(start) > 0 && step.signum() < 0)) {
            return call.failed("the step of the range does not lead to its end");
        }
        List<Value> numbers = new ArrayList<>();
        for (BigDecimal at = start;
                down ? at.compareTo(end) > 0 : at.compareTo(end) < 0;
                at = Arithmetic.add(at, step)) {
            if (numbers.size() == LONGEST_RANGE) {
                return call.failed("a range has at most " + LONGEST_RANGE + " numbers");
            }
            numbers.add(call.answer(at));
        }
        return new Value.Seq(
                Shape.LIST,
                NUMBER,
                Value.Seq.of(Shape.LIST, numbers, call.origin()).elements(),
                call.origin());
    }

    private static Value sum(Invocation call) {
        Value numbers = call.site().converted(call.argument(0), LIST) instanceof Value.Seq list
                ? call.site().converted(list, new Type.ListOf(NUMBER))
                : call.failed("`sum` takes a list of numbers");
        if (!(numbers instanceof Value.Seq list) || Extent.of(list).failed()) {
            return call.failed("`sum` takes a list of numbers");
        }
        if (!list.known()) {
            return call.site().derived(NUMBER, list);
        }
        return list.elements().isEmpty() ? call.failed("there is nothing to sum up") : added(call, list);
    }

    private static Value added(Invocation call, Value.Seq list) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Element element : list.elements()) {
            if (!(element instanceof Element.One(Value value, Guard ignored)) || !(value instanceof Value.Num number)) {
                return call.failed("an element to sum up is null");
            }
            sum = Arithmetic.add(sum, number.value());
        }
        return call.answer(sum);
    }
}
