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
    /** More elements than these that are perhaps there have too many cases. */
    private static final int MOST_UNCERTAIN = 10;

    /** A longer way into an object is not written down: one that is its own index is twice as long with each step. */
    private static final int LONGEST = 2_000;

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
            case Value.Num number -> number.number().text();
            case Value other -> Symbols.show(other);
        };
    }

    /** An element of something that is not known. */
    Unknown at(Unknown unknown, String index) {
        Origin origin = unknown.origin().sensitive() ? site.origin().asSensitive() : site.origin();
        return unknown.symbol().path().length() + index.length() > LONGEST
                ? site.derived(Types.ANY, unknown)
                : new Unknown(unknown.symbol().at(index), Types.ANY, unknown.cause(), origin);
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
            value = when(one.guard(), TakenOut.of(mapping, one.value()), value);
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
        return site.failedIf(sure, reason);
    }

    private Value inSequence(Value.Seq sequence, Value key) {
        if (sequence.shape() == Shape.SET) {
            return site.failed("an element of a set was asked for by an index, and a set has none");
        }
        if (!(site.converted(key, Types.NUMBER) instanceof Value.Num number)) {
            return site.failed("the index of a list is a number, and this is " + Types.kind(key));
        }
        BigDecimal index = number.value();
        if (!Arithmetic.whole(index) || index.signum() < 0) {
            return site.failed("the index of a list is a whole number from zero");
        }
        return at(sequence, index.min(BigDecimal.valueOf(Integer.MAX_VALUE)).intValue());
    }

    /** The element at a position; where elements before it are uncertain, for each case. */
    Value at(Value.Seq sequence, int position) {
        List<Element> elements = TakenOut.elements(sequence);
        long uncertain =
                elements.stream().filter(each -> !each.guard().always()).count();
        boolean anywhere = sequence.shuffled() && elements.size() > 1;
        Value value =
                uncertain > MOST_UNCERTAIN || anywhere ? site.derived(Types.ANY, sequence) : at(elements, position);
        return sequence.origin().sensitive() ? value.withOrigin(value.origin().asSensitive()) : value;
    }

    private Value at(List<Element> elements, int position) {
        int place = position;
        for (int i = 0; i < elements.size(); i++) {
            List<Element> others = elements.subList(i + 1, elements.size());
            switch (elements.get(i)) {
                case Element.Rest rest -> {
                    return place == 0 ? first(rest, others) : site.derived(Types.ANY, rest.why());
                }
                case Element.One one
                when !one.guard().always() -> {
                    return perhaps(one, others, place);
                }
                case Element.One one -> {
                    if (place-- == 0) {
                        return one.value();
                    }
                }
            }
        }
        return site.failed("there is no element " + position + " in it");
    }

    private Value perhaps(Element.One one, List<Element> others, int place) {
        Value present = place == 0 ? one.value() : site.aside(() -> at(others, place - 1));
        return when(one.guard(), present, site.aside(() -> at(others, place)));
    }

    // The first of elements that are not known, if there are any, else the first behind them.
    private Value first(Element.Rest rest, List<Element> others) {
        Unknown first = at(rest.why(), "[0]");
        if (others.isEmpty()) {
            return first;
        }
        Symbol symbol = rest.why().symbol();
        Value.Condition some = new Value.Condition(
                "length(" + symbol.text() + ") > 0",
                "some of " + symbol.identity(),
                rest.why().cause());
        return Cases.choice(some, first, site.aside(() -> at(others, 0)), site);
    }
}
