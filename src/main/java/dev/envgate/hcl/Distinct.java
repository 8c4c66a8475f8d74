package dev.envgate.hcl;

import dev.envgate.hcl.Value.Element;
import dev.envgate.hcl.Value.Guard;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Keeps each element of a list once; one that is there for certain outweighs the same one that is there on a condition. */
final class Distinct {
    private final List<Element> kept = new ArrayList<>();
    private final Map<String, List<Integer>> places = new HashMap<>();

    private Distinct() {}

    static List<Element> of(List<Element> elements) {
        Distinct distinct = new Distinct();
        elements.forEach(distinct::add);
        return distinct.kept;
    }

    private void add(Element element) {
        switch (element) {
            case Element.Rest rest -> kept.add(rest);
            case Element.One one -> add(one);
        }
    }

    private void add(Element.One one) {
        List<Integer> same = places.computeIfAbsent(Fingerprint.typed(one.value()), key -> new ArrayList<>());
        for (int place : same) {
            if (kept.get(place) instanceof Element.One before && covers(before, one, place)) {
                return;
            }
        }
        same.add(kept.size());
        kept.add(one);
    }

    /** Whether the element need not be added because one that equals it is there whenever it is. */
    private boolean covers(Element.One before, Element.One one, int place) {
        if (Equality.of(before.value(), one.value()) != Equality.SAME) {
            return false;
        }
        if (before.guard().always()
                || one.guard().terms().containsAll(before.guard().terms())) {
            return true;
        }
        if (one.guard().always()) {
            kept.set(place, new Element.One(before.value(), Guard.ALWAYS));
            return true;
        }
        return false;
    }
}
