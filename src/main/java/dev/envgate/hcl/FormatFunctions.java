package dev.envgate.hcl;

import static dev.envgate.hcl.Function.named;
import static dev.envgate.hcl.Types.STRING;

import dev.envgate.hcl.Value.Element;
import dev.envgate.hcl.Value.Guard;
import dev.envgate.hcl.Value.Seq.Shape;
import java.util.ArrayList;
import java.util.List;

/** {@code format} and {@code formatlist}. */
final class FormatFunctions {
    private FormatFunctions() {}

    static List<Function> all() {
        return Functions.family(
                named("format").takesPartly(STRING).takesAnything().andMore().gives(STRING, FormatFunctions::format),
                named("formatlist")
                        .takesPartly(STRING)
                        .takesAnything()
                        .andMore()
                        .gives(new Type.ListOf(STRING), FormatFunctions::formatList));
    }

    private static Value format(Invocation call) {
        boolean open = call.elements().stream()
                .anyMatch(each -> each instanceof Element.Rest || !each.guard().always());
        return open || !call.string(0).known()
                ? call.site().derived(STRING, call.arguments())
                : new Format(call.text(0), call.from(1), call.site()).value();
    }

    private static Value formatList(Invocation call) {
        List<Value> arguments = call.from(1);
        return Cases.top(arguments, call.site(), settled -> each(call, settled));
    }

    private static Value each(Invocation call, List<Value> arguments) {
        List<Value.Seq> lists = new ArrayList<>();
        for (Value argument : arguments) {
            if (argument instanceof Value.Seq list) {
                lists.add(list);
            } else if (argument instanceof Value.Null) {
                return call.failed("an argument of `formatlist` is null");
            } else if (argument instanceof Value.Unknown unknown
                    && !Types.primitive(unknown.type())
                    && lists.isEmpty()) {
                return Calls.failed(unknown) ? unknown : call.site().derived(new Type.ListOf(STRING), arguments);
            }
        }
        if (lists.isEmpty()) {
            return list(call, List.of(new Element.One(one(call, arguments), Guard.ALWAYS)));
        }
        boolean closed = lists.stream().allMatch(Value.Seq::closed);
        return closed ? closed(call, arguments, lists) : open(call, arguments, lists);
    }

    private static Value closed(Invocation call, List<Value> arguments, List<Value.Seq> lists) {
        int size = lists.getFirst().elements().size();
        if (lists.stream().anyMatch(list -> list.elements().size() != size)) {
            return call.failed("the lists have different lengths");
        }
        List<Element> formatted = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            int row = i;
            List<Value> values =
                    arguments.stream().map(argument -> at(argument, row)).toList();
            Value text = one(call, values);
            if (Calls.failed(text)) {
                return text;
            }
            formatted.add(new Element.One(text, Guard.ALWAYS));
        }
        return list(call, formatted);
    }

    private static Value at(Value argument, int row) {
        return argument instanceof Value.Seq list
                ? Sets.representative(list.elements().get(row))
                : argument;
    }

    // One open list among plain arguments can be formatted element by element.
    private static Value open(Invocation call, List<Value> arguments, List<Value.Seq> lists) {
        if (lists.size() != 1) {
            return call.site().derived(new Type.ListOf(STRING), arguments);
        }
        List<Element> formatted = new ArrayList<>();
        for (Element element : lists.getFirst().elements()) {
            formatted.add(
                    switch (element) {
                        case Element.Rest rest -> rest;
                        case Element.One one -> new Element.One(one(call, with(arguments, one.value())), one.guard());
                    });
        }
        return list(call, formatted);
    }

    private static List<Value> with(List<Value> arguments, Value element) {
        return arguments.stream()
                .map(argument -> argument instanceof Value.Seq ? element : argument)
                .toList();
    }

    private static Value list(Invocation call, List<Element> elements) {
        return new Value.Seq(Shape.LIST, STRING, elements, call.origin());
    }

    private static Value one(Invocation call, List<Value> arguments) {
        return call.string(0).known()
                ? new Format(call.text(0), arguments, call.site()).value()
                : call.site().derived(STRING, call.arguments());
    }
}
