package dev.envgate.hcl;

import dev.envgate.hcl.Value.Element;
import dev.envgate.hcl.Value.Guard;
import dev.envgate.hcl.Value.Pair;
import dev.envgate.hcl.Value.Seq.Shape;
import dev.envgate.hcl.Value.Unknown;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What an expression asks of a value: an attribute, or the element at an index. */
final class Access {
    private final Site site;

    Access(Site site) {
        this.site = site;
    }

    Value attribute(Value object, String name) {
        return Cases.top(object, site, value -> switch (value) {
            case Value.Dict mapping -> member(mapping, name, "." + name);
            case Unknown unknown -> step(unknown, "." + name);
            case Value.Null ignored -> site.failed("an attribute of null was asked for");
            case Value.Seq ignored -> noAttributes(value);
            case Value.Str ignored -> noAttributes(value);
            case Value.Num ignored -> noAttributes(value);
            case Value.Bool ignored -> noAttributes(value);
            case Value.Choice ignored -> noAttributes(value);
        });
    }

    private Value noAttributes(Value value) {
        return site.failed("an attribute was asked of " + Types.kind(value) + ", which has none");
    }

    Value index(Value collection, Value key) {
        return Cases.top(List.of(collection, key), site, both -> plain(both.getFirst(), both.getLast()));
    }

    private Value plain(Value collection, Value key) {
        if (key instanceof Value.Null || collection instanceof Value.Null) {
            return site.failed(key instanceof Value.Null ? "the index is null" : "an element of null was asked for");
        }
        if (key instanceof Unknown || !key.known()) {
            return unknownKey(collection, key);
        }
        return switch (collection) {
            case Value.Dict mapping -> inMapping(mapping, key);
            case Value.Seq sequence -> inSequence(sequence, key);
            case Unknown unknown -> at(unknown, "[" + shown(key) + "]");
            case Value.Str ignored -> noElements(collection);
            case Value.Num ignored -> noElements(collection);
            case Value.Bool ignored -> noElements(collection);
            case Value.Null ignored -> noElements(collection);
            case Value.Choice ignored -> noElements(collection);
        };
    }

    private Value noElements(Value value) {
        return site.failed("an element was asked of " + Types.kind(value) + ", which has none");
    }

    private Value unknownKey(Value collection, Value key) {
        if (key instanceof Unknown unknown && unknown.cause().kind() == Cause.Kind.FAILED) {
            return key;
        }
        return collection instanceof Unknown unknown
                ? at(unknown, "[" + Symbols.show(key) + "]")
                : site.derived(common(collection), key, collection);
    }

    private static Type common(Value collection) {
        return switch (Types.of(collection)) {
            case Type.ListOf list -> list.element();
            case Type.MapOf map -> map.element();
            case Type ignored -> Types.ANY;
        };
    }

    private static String shown(Value key) {
        return switch (key) {
            case Value.Str text -> text.origin().sensitive() ? "…" : "\"" + text.text() + "\"";
            case Value.Num number -> Arithmetic.text(number.value());
            case Value other -> Symbols.show(other);
        };
    }

    /** An element of something that is not known. */
    Unknown at(Unknown unknown, String index) {
        Origin origin = unknown.origin().sensitive() ? site.origin().asSensitive() : site.origin();
        return new Unknown(unknown.symbol().at(index), Types.ANY, unknown.cause(), origin);
    }

    /** One step further from something that is not known. */
    Unknown step(Unknown unknown, String step) {
        Origin origin = unknown.origin().sensitive() ? site.origin().asSensitive() : site.origin();
        return new Unknown(unknown.symbol().step(step), Types.ANY, unknown.cause(), origin);
    }

    private Value inMapping(Value.Dict mapping, Value key) {
        return site.converted(key, Types.STRING) instanceof Value.Str text
                ? member(mapping, text.text(), "[\"" + text.text() + "\"]")
                : site.failed("the index of a map is a string, and this is " + Types.kind(key));
    }

    private Value member(Value.Dict mapping, String name, String step) {
        List<Pair.One> certain = new ArrayList<>();
        List<Pair> possible = new ArrayList<>();
        for (Pair pair : mapping.pairs()) {
            switch (pair) {
                case Pair.Rest rest -> possible.add(rest);
                case Pair.One one when one.key().known() && one.key().text().equals(name) -> certain.add(one);
                case Pair.One one when !one.key().known() && Overlay.mayBe(one.key(), name) -> possible.add(one);
                case Pair.One ignored -> {}
            }
        }
        return member(mapping, certain, otherwise(mapping, possible, name, step, certain.isEmpty()));
    }

    private Value member(Value.Dict mapping, List<Pair.One> certain, Value otherwise) {
        Value value = otherwise;
        for (Pair.One one : certain.reversed()) {
            value = when(one.guard(), one.value(), value);
        }
        return mapping.origin().sensitive() ? value.withOrigin(value.origin().asSensitive()) : value;
    }

    private Value when(Guard guard, Value present, Value absent) {
        Value value = present;
        for (Guard.Term term : guard.terms()) {
            value = term.expected()
                    ? Cases.choice(term.condition(), value, absent, site)
                    : Cases.choice(term.condition(), absent, value, site);
        }
        return value;
    }

    private Value otherwise(Value.Dict mapping, List<Pair> possible, String name, String step, boolean sure) {
        Optional<Pair.Rest> rest = possible.stream()
                .filter(Pair.Rest.class::isInstance)
                .map(Pair.Rest.class::cast)
                .findFirst();
        if (rest.isPresent()) {
            return step(rest.get().why(), step);
        }
        if (!possible.isEmpty()) {
            return site.derived(Types.ANY, mapping);
        }
        String reason = "there is no `" + name + "` in it";
        return sure ? site.failed(reason) : site.failedPerhaps(reason);
    }

    private Value inSequence(Value.Seq sequence, Value key) {
        if (sequence.shape() == Shape.SET) {
            return site.failed("an element of a set was asked for by an index, and a set has none");
        }
        if (!(site.converted(key, Types.NUMBER) instanceof Value.Num(BigDecimal number, Origin ignored))) {
            return site.failed("the index of a list is a number, and this is " + Types.kind(key));
        }
        if (!Arithmetic.whole(number) || number.signum() < 0) {
            return site.failed("the index of a list is a whole number from zero");
        }
        return at(sequence, number.min(BigDecimal.valueOf(Integer.MAX_VALUE)).intValue());
    }

    /** The element at a position; where elements before it are uncertain, for each case. */
    private Value at(Value.Seq sequence, int position) {
        int place = 0;
        for (Element element : sequence.elements()) {
            if (element instanceof Element.Rest rest) {
                return place == 0 ? at(rest.why(), "[" + position + "]") : site.derived(Types.ANY, rest.why());
            }
            if (element instanceof Element.One one) {
                if (!one.guard().always()) {
                    return Cases.deep(
                            List.of(guards(sequence)), site, settled -> at(settledSeq(settled, sequence), position));
                }
                if (place++ == position) {
                    return marked(one.value(), sequence);
                }
            }
        }
        return site.failed("there is no element " + position + " in it");
    }

    // Only the guards are to be settled here, not what the elements depend on inside.
    private static Value guards(Value.Seq sequence) {
        return sequence;
    }

    private static Value.Seq settledSeq(List<Value> settled, Value.Seq otherwise) {
        return settled.getFirst() instanceof Value.Seq sequence ? sequence : otherwise;
    }

    private static Value marked(Value value, Value.Seq sequence) {
        return sequence.origin().sensitive() ? value.withOrigin(value.origin().asSensitive()) : value;
    }
}
