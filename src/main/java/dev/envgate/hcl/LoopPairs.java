package dev.envgate.hcl;

import dev.envgate.hcl.Value.Element;
import dev.envgate.hcl.Value.Guard;
import dev.envgate.hcl.Value.Pair;
import dev.envgate.hcl.Value.Seq.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The pairs that a <code>{for …}</code> makes: each key once, or with {@code ...} the values of each key together. */
final class LoopPairs {
    private final Site site;
    private final boolean grouping;
    private final Overlay singles = new Overlay();
    private final Map<String, Guard> seen = new LinkedHashMap<>();
    private final Map<String, List<Pair.One>> groups = new LinkedHashMap<>();
    private final List<Turn.Rest> rests = new ArrayList<>();
    private Optional<Value> failure = Optional.empty();

    LoopPairs(Site site, boolean grouping) {
        this.site = site;
        this.grouping = grouping;
    }

    /** Adds a pair; a key that depends on a condition is a pair for each case. */
    void add(Value key, Value value, Guard guard) {
        Spread.cases(key, guard, (one, when) -> {
            Value text = one instanceof Value.Null
                    ? site.failedIf(when.always(), "a key is null")
                    : site.converted(one, Types.STRING);
            if (Calls.failed(text)) {
                fail(text);
            } else {
                Value.Str name = new Value.Str(Strings.pieces(text), text.origin());
                add(new Pair.One(name, Conditions.assume(value, when), when));
            }
        });
    }

    void add(Turn.Rest rest) {
        rests.add(rest);
    }

    private void fail(Value why) {
        failure = failure.or(() -> Optional.of(why));
    }

    private void add(Pair.One pair) {
        if (grouping) {
            groups.computeIfAbsent(pair.key().text(), key -> new ArrayList<>()).add(pair);
        } else {
            addSingle(pair);
        }
    }

    private void addSingle(Pair.One pair) {
        Guard before = pair.key().known() ? seen.put(pair.key().text(), pair.guard()) : null;
        if (before != null && before.always() && pair.guard().always()) {
            fail(site.failed("two rounds of the `for` give the same key"));
        }
        singles.add(pair);
    }

    Value value(Origin origin) {
        List<Pair> pairs = new ArrayList<>(grouping ? grouped() : singles.pairs());
        rests.forEach(rest -> pairs.add(new Pair.Rest(rest.why(), rest.guard())));
        return failure.orElseGet(() -> new Value.Dict(true, pairs, origin));
    }

    private List<Pair> grouped() {
        return groups.values().stream().map(this::group).toList();
    }

    private Pair group(List<Pair.One> pairs) {
        Guard first = pairs.getFirst().guard();
        Guard all = pairs.stream().allMatch(pair -> pair.guard().equals(first)) ? first : Guard.ALWAYS;
        List<Element> elements = new ArrayList<>();
        for (Pair.One pair : pairs) {
            elements.add(new Element.One(pair.value(), all.always() ? pair.guard() : Guard.ALWAYS));
        }
        rests.forEach(rest -> elements.add(new Element.Rest(rest.why(), rest.guard())));
        return new Pair.One(pairs.getFirst().key(), new Value.Seq(Shape.TUPLE, elements, site.origin()), all);
    }
}
