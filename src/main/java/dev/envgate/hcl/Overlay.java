package dev.envgate.hcl;

import dev.envgate.hcl.Value.Choice;
import dev.envgate.hcl.Value.Condition;
import dev.envgate.hcl.Value.Guard;
import dev.envgate.hcl.Value.Pair;
import dev.envgate.hcl.Value.Unknown;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Lays pairs over pairs: of two with the same key the later one counts, as far as it is there. */
final class Overlay {
    private final Map<String, List<Pair.One>> known = new LinkedHashMap<>();
    /** What is not known twice is not known: merged with itself again and again it would multiply. */
    private final Set<Pair> open = new LinkedHashSet<>();
    /** The pairs whose keys are not known, by what is written for the key. */
    private final Map<List<Value.Piece>, List<Pair.One>> written = new HashMap<>();

    /** Adds a pair over all that were added before. */
    void add(Pair pair) {
        switch (pair) {
            case Pair.Rest rest -> addRest(rest);
            case Pair.One one -> {
                if (one.key().known()) {
                    addKnown(one);
                } else {
                    addOpen(one);
                }
            }
        }
    }

    // Keys that are not known are taken for different unless they are written the same.
    private void addOpen(Pair.One one) {
        List<Pair.One> same = written.computeIfAbsent(one.key().pieces(), _ -> new ArrayList<>());
        if (one.guard().always() && Equality.of(one.key(), one.key()) == Equality.SAME) {
            same.forEach(open::remove);
            same.clear();
        }
        if (open.add(one)) {
            same.add(one);
        }
    }

    private void addKnown(Pair.One one) {
        String key = one.key().text();
        List<Pair.One> before = known.getOrDefault(key, List.of());
        known.put(
                key,
                before.size() == 1 && complete(before.getFirst(), one)
                        ? List.of(over(before.getFirst(), one))
                        : stacked(before, one));
    }

    private static List<Pair.One> stacked(List<Pair.One> before, Pair.One one) {
        List<Pair.One> after = new ArrayList<>();
        before.forEach(earlier -> below(earlier, one).ifPresent(after::add));
        after.add(one);
        return after;
    }

    // What is left of the earlier pair where the later one is not there.
    private static Optional<Pair.One> below(Pair.One earlier, Pair.One later) {
        if (later.guard().always()
                || earlier.guard().terms().containsAll(later.guard().terms())) {
            return Optional.empty();
        }
        if (later.guard().terms().size() != 1) {
            return Optional.of(earlier);
        }
        Guard.Term term = later.guard().terms().getFirst();
        Guard left = earlier.guard().and(term.condition(), !term.expected());
        return left.never() ? Optional.empty() : Optional.of(new Pair.One(earlier.key(), earlier.value(), left));
    }

    // Where the key is there in any case, one pair with a choice says more than two.
    private static boolean complete(Pair.One earlier, Pair.One later) {
        return !later.guard().always() && (earlier.guard().always() || opposite(earlier.guard(), later.guard()));
    }

    private static boolean opposite(Guard one, Guard other) {
        return one.terms().size() == 1
                && other.terms().size() == 1
                && one.terms()
                        .getFirst()
                        .condition()
                        .equals(other.terms().getFirst().condition())
                && one.terms().getFirst().expected() != other.terms().getFirst().expected();
    }

    /** Both as one pair, which is there in any case: the later value where its guard holds, else the earlier. */
    static Pair.One over(Pair.One earlier, Pair.One later) {
        Value value = later.value();
        if (value.equals(earlier.value())) {
            return new Pair.One(later.key(), value, Guard.ALWAYS);
        }
        for (Guard.Term term : later.guard().terms()) {
            value = term.expected()
                    ? new Choice(
                            term.condition(),
                            value,
                            earlier.value(),
                            earlier.value().origin())
                    : new Choice(
                            term.condition(),
                            earlier.value(),
                            value,
                            earlier.value().origin());
        }
        return new Pair.One(later.key(), value, Guard.ALWAYS);
    }

    // Pairs that are not known may hide what was there before them.
    private void addRest(Pair.Rest rest) {
        known.replaceAll((key, pairs) ->
                pairs.stream().map(pair -> perhapsHidden(pair, rest)).toList());
        open.add(rest);
    }

    private static Pair.One perhapsHidden(Pair.One pair, Pair.Rest rest) {
        Unknown why = rest.why();
        String step = "[\"" + pair.key().text() + "\"]";
        Condition condition = new Condition(
                "contains(keys(" + why.symbol().text() + "), \"" + pair.key().text() + "\")",
                "key " + step + " of " + why.symbol().identity(),
                why.cause());
        Unknown hiding = new Unknown(why.symbol().step(step), new Type.Any(), why.cause(), why.origin());
        Value value = new Choice(condition, hiding, pair.value(), pair.value().origin());
        return new Pair.One(pair.key(), value, pair.guard());
    }

    List<Pair> pairs() {
        List<Pair> pairs = new ArrayList<>();
        known.values().forEach(pairs::addAll);
        pairs.addAll(open);
        return pairs;
    }

    /** Whether a key with holes can be a given text. */
    static boolean mayBe(Value.Str key, String text) {
        return Equality.of(key, Value.Str.of(text, key.origin())) != Equality.DIFFERENT;
    }
}
