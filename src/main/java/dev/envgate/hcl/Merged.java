package dev.envgate.hcl;

import dev.envgate.hcl.Value.Element;
import dev.envgate.hcl.Value.Guard;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts together what was read once for each side of a condition: the same element under it and under its opposite is simply there. */
final class Merged {
    private Merged() {}

    static List<Element> of(List<Element> elements) {
        List<Element> merged = new ArrayList<>();
        for (Element element : elements) {
            Element last = element;
            while (!merged.isEmpty()
                    && last instanceof Element.One one
                    && merged.getLast() instanceof Element.One before) {
                Optional<Guard> guard =
                        one.value().equals(before.value()) ? either(before.guard(), one.guard()) : Optional.empty();
                if (guard.isEmpty()) {
                    break;
                }
                merged.removeLast();
                last = new Element.One(before.value(), guard.get());
            }
            merged.add(last);
        }
        return merged;
    }

    /** The guard that holds when one of two does, where that is a row of conditions. */
    static Optional<Guard> either(Guard one, Guard other) {
        if (one.terms().size() != other.terms().size()) {
            return Optional.empty();
        }
        List<Guard.Term> common =
                one.terms().stream().filter(other.terms()::contains).toList();
        List<Guard.Term> rest =
                one.terms().stream().filter(term -> !common.contains(term)).toList();
        boolean opposite = rest.size() == 1
                && other.terms()
                        .contains(new Guard.Term(
                                rest.getFirst().condition(), !rest.getFirst().expected()));
        return rest.isEmpty() || opposite ? Optional.of(new Guard(common)) : Optional.empty();
    }
}
