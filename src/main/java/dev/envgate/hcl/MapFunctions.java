package dev.envgate.hcl;

import static dev.envgate.hcl.Function.named;
import static dev.envgate.hcl.Types.ANY;
import static dev.envgate.hcl.Types.STRING;

import dev.envgate.hcl.Value.Element;
import dev.envgate.hcl.Value.Guard;
import dev.envgate.hcl.Value.Pair;
import dev.envgate.hcl.Value.Seq.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Functions of maps and objects. */
final class MapFunctions {
    private MapFunctions() {}

    static List<Function> all() {
        return Functions.family(
                named("keys").takesPartly(ANY).gives(new Type.ListOf(STRING), MapFunctions::keys),
                named("values").takesPartly(ANY).gives(ANY, MapFunctions::values),
                named("lookup")
                        .takesPartly(ANY)
                        .takes(STRING)
                        .takesAnything()
                        .andMore()
                        .gives(ANY, MapFunctions::lookup),
                named("zipmap")
                        .takesPartly(new Type.ListOf(STRING))
                        .takesPartly(ANY)
                        .gives(ANY, MapFunctions::zip),
                named("transpose")
                        .takesPartly(new Type.MapOf(new Type.ListOf(STRING)))
                        .gives(new Type.MapOf(new Type.ListOf(STRING)), MapFunctions::transpose));
    }

    private static Value keys(Invocation call) {
        if (!(call.argument(0) instanceof Value.Dict mapping)) {
            return call.failed("`keys` takes a map or an object, and this is " + Types.kind(call.argument(0)));
        }
        List<Element> keys = new ArrayList<>();
        for (Pair pair : Spread.sorted(mapping)) {
            keys.add(
                    switch (pair) {
                        case Pair.One one -> new Element.One(one.key(), one.guard());
                        case Pair.Rest rest -> new Element.Rest(rest.why(), rest.guard());
                    });
        }
        Value.Seq list = mapping.object()
                ? new Value.Seq(Shape.TUPLE, keys, call.origin())
                : new Value.Seq(Shape.LIST, STRING, keys, call.origin());
        return Spread.ordered(list, Spread.ordered(mapping));
    }

    private static Value values(Invocation call) {
        if (!(call.argument(0) instanceof Value.Dict mapping)) {
            return call.failed("`values` takes a map or an object, and this is " + Types.kind(call.argument(0)));
        }
        List<Element> values = new ArrayList<>();
        for (Pair pair : Spread.sorted(mapping)) {
            values.add(
                    switch (pair) {
                        case Pair.One one -> new Element.One(one.value(), one.guard());
                        case Pair.Rest rest -> new Element.Rest(rest.why(), rest.guard());
                    });
        }
        Value.Seq list = mapping.object()
                ? new Value.Seq(Shape.TUPLE, values, call.origin())
                : new Value.Seq(Shape.LIST, mapping.elementType(), values, call.origin());
        return Spread.ordered(list, Spread.ordered(mapping));
    }

    private static Value lookup(Invocation call) {
        if (!(call.argument(0) instanceof Value.Dict mapping)) {
            return call.failed("`lookup` takes a map or an object, and this is " + Types.kind(call.argument(0)));
        }
        if (call.count() > 3) {
            return call.failed("`lookup` takes a map, a key and a default");
        }
        Value found = call.site().aside(() -> new Access(call.site()).index(mapping, call.argument(1)));
        Value otherwise =
                call.count() == 2 ? call.failed("there is no `" + call.text(1) + "` in it") : defaultFor(mapping, call);
        return Cases.top(found, call.site(), value -> Calls.failed(value) ? otherwise : perhaps(value, mapping, call));
    }

    private static Value defaultFor(Value.Dict mapping, Invocation call) {
        return mapping.object()
                ? call.argument(2)
                : call.site().converted(call.argument(2), Types.elementType(mapping));
    }

    // What is looked up among pairs that are not known may also be the default.
    private static Value perhaps(Value value, Value.Dict mapping, Invocation call) {
        boolean certain = mapping.pairs().stream()
                .anyMatch(pair -> pair instanceof Pair.One one
                        && one.key().known()
                        && one.key().text().equals(call.text(1)));
        return certain ? value : call.site().derived(ANY, value);
    }

    private static Value zip(Invocation call) {
        if (!(call.argument(1) instanceof Value.Seq values)) {
            return call.failed("`zipmap` takes two lists, and this is " + Types.kind(call.argument(1)));
        }
        if (values.shape() == Shape.SET) {
            return call.failed("`zipmap` takes two lists, and this is a set");
        }
        Value.Seq keys = call.sequence(0);
        if (!keys.closed() || !values.closed() || keys.shuffled() || values.shuffled()) {
            return open(call, keys, values);
        }
        if (keys.elements().size() != values.elements().size()) {
            return call.failed("the two lists have different lengths");
        }
        Overlay overlay = new Overlay();
        for (int i = 0; i < keys.elements().size(); i++) {
            Value key = Sets.representative(keys.elements().get(i));
            if (key instanceof Value.Null) {
                return call.failed("a key is null");
            }
            Value value = Sets.representative(values.elements().get(i));
            Spread.cases(
                    key,
                    Guard.ALWAYS,
                    (one, guard) -> overlay.add(new Pair.One(
                            new Value.Str(Strings.pieces(one), one.origin()), Conditions.assume(value, guard), guard)));
        }
        return new Value.Dict(values.shape() == Shape.TUPLE, overlay.pairs(), call.origin());
    }

    private static Value open(Invocation call, Value.Seq keys, Value.Seq values) {
        boolean blank = Extent.of(keys).blank() || Extent.of(values).blank() || keys.shuffled() || values.shuffled();
        return blank
                ? call.site().derived(ANY, keys, values)
                : Cases.deep(
                        call.arguments(),
                        call.site(),
                        settled -> zip(new Invocation(
                                call.site(),
                                settled.stream()
                                        .<Element>map(each -> new Element.One(each, Guard.ALWAYS))
                                        .toList())));
    }

    private static Value transpose(Invocation call) {
        if (!call.argument(0).known()) {
            return call.site().derived(new Type.MapOf(new Type.ListOf(STRING)), call.argument(0));
        }
        Map<String, Value.Str> keys = new LinkedHashMap<>();
        Map<String, List<Value>> turned = new LinkedHashMap<>();
        for (Pair pair : Spread.sorted(call.mapping(0))) {
            if (pair instanceof Pair.One(Value.Str name, Value list, Guard ignored)
                    && list instanceof Value.Seq inner) {
                TakenOut.elements(inner).stream()
                        .map(element -> text(element, call))
                        .forEach(key -> {
                            keys.putIfAbsent(key.text(), key);
                            turned.computeIfAbsent(key.text(), text -> new ArrayList<>())
                                    .add(name);
                        });
            }
        }
        List<Pair> pairs = new ArrayList<>();
        keys.forEach((text, key) ->
                pairs.add(new Pair.One(key, call.list(turned.getOrDefault(text, List.of())), Guard.ALWAYS)));
        return new Value.Dict(false, new Type.ListOf(STRING), pairs, call.origin());
    }

    private static Value.Str text(Element element, Invocation call) {
        return Sets.representative(element) instanceof Value.Str text ? text : call.answer("");
    }
}
