package dev.envgate.hcl;

import dev.envgate.hcl.Value.Element;
import dev.envgate.hcl.Value.Seq.Shape;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** One call of a function: its arguments, as the function asked for them, and ways to answer. */
final class Invocation {
    private final Site site;
    private final List<Element> elements;
    private final List<Value> arguments;
    private final Origin origin;

    Invocation(Site site, List<Element> elements) {
        this.site = site;
        this.elements = List.copyOf(elements);
        this.arguments = values(elements);
        this.origin = site.origin(arguments);
    }

    private static List<Value> values(List<Element> elements) {
        List<Value> values = new ArrayList<>();
        for (Element element : elements) {
            values.add(
                    switch (element) {
                        case Element.One one -> one.value();
                        case Element.Rest rest -> rest.why();
                    });
        }
        return List.copyOf(values);
    }

    Site site() {
        return site;
    }

    /** The arguments with the conditions under which they are there. */
    List<Element> elements() {
        return elements;
    }

    List<Value> arguments() {
        return arguments;
    }

    /** The arguments from an index on. */
    List<Value> from(int index) {
        return arguments.subList(index, arguments.size());
    }

    int count() {
        return arguments.size();
    }

    Value argument(int index) {
        return arguments.get(index);
    }

    /** An argument that is a known string. */
    String text(int index) {
        return string(index).text();
    }

    Value.Str string(int index) {
        return argument(index) instanceof Value.Str text
                ? text
                : Value.Str.of("", argument(index).origin());
    }

    BigDecimal number(int index) {
        return argument(index) instanceof Value.Num number ? number.value() : BigDecimal.ZERO;
    }

    boolean bool(int index) {
        return argument(index) instanceof Value.Bool bool && bool.value();
    }

    Value.Seq sequence(int index) {
        return argument(index) instanceof Value.Seq sequence
                ? sequence
                : new Value.Seq(Shape.TUPLE, List.of(), argument(index).origin());
    }

    Value.Dict mapping(int index) {
        return argument(index) instanceof Value.Dict mapping
                ? mapping
                : new Value.Dict(true, List.of(), argument(index).origin());
    }

    /** The elements of an argument that is a sequence and known. */
    List<Value> items(int index) {
        return values(sequence(index).elements());
    }

    Origin origin() {
        return origin;
    }

    /** The origin of an argument that the answer is a form of, marked when any argument is. */
    Origin originOf(int index) {
        Origin origin = argument(index).origin();
        return this.origin.sensitive() ? origin.asSensitive() : origin;
    }

    /** A string that is a form of the first argument, and so was born where that was. */
    Value.Str formOf(int index, String text) {
        return Value.Str.of(Strings.composed(text), originOf(index));
    }

    Value.Str answer(String text) {
        return Value.Str.of(Strings.composed(text), origin());
    }

    Value.Num answer(BigDecimal number) {
        return new Value.Num(number, origin());
    }

    Value.Num answer(long number) {
        return answer(BigDecimal.valueOf(number));
    }

    Value.Bool answer(boolean bool) {
        return new Value.Bool(bool, origin());
    }

    Value.Seq list(List<? extends Value> values) {
        return Value.Seq.of(Shape.LIST, values, origin());
    }

    Value failed(String reason) {
        return site.failed(reason);
    }
}
