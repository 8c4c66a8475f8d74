package dev.envgate.hcl;

import dev.envgate.hcl.Value.Element;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The order and the uniqueness of the elements of a set. */
final class Sets {
    /** Strings by their code points, numbers by size, false before true, the rest by how they are written; null and unknown at the end. */
    static final Comparator<Value> ORDER =
            Comparator.<Value>comparingInt(Sets::rank).thenComparing(Sets::compareSame);

    private static final Comparator<Element> ELEMENT_ORDER = Comparator.comparing(Sets::representative, ORDER);

    private Sets() {}

    /** Each element once, in the order of a set. */
    static List<Element> distinct(List<Element> elements) {
        List<Element> sorted = new ArrayList<>(elements);
        sorted.sort(ELEMENT_ORDER);
        return Distinct.of(sorted);
    }

    /** Whether the place of each element is known. */
    static boolean sorted(List<Element> elements) {
        return elements.stream()
                .allMatch(each -> each instanceof Element.One one && one.value().known());
    }

    /** The value of an element, or what stands for those that are not known. */
    static Value representative(Element element) {
        return switch (element) {
            case Element.One one -> one.value();
            case Element.Rest rest -> rest.why();
        };
    }

    private static int rank(Value value) {
        return switch (value) {
            case Value.Null ignored -> 1;
            case Value.Unknown ignored -> 3;
            case Value.Choice ignored -> 2;
            case Value.Bool ignored -> 0;
            case Value.Num ignored -> 0;
            case Value.Str ignored -> 0;
            case Value.Seq ignored -> 0;
            case Value.Dict ignored -> 0;
        };
    }

    private static int compareSame(Value left, Value right) {
        if (left instanceof Value.Str a && right instanceof Value.Str b) {
            return compareText(a.text(), b.text());
        }
        if (left instanceof Value.Num(Numeral a, Origin ignored)
                && right instanceof Value.Num(Numeral b, Origin same)) {
            return a.exact().compareTo(b.exact());
        }
        if (left instanceof Value.Bool(boolean a, Origin ignored)
                && right instanceof Value.Bool(boolean b, Origin same)) {
            return Boolean.compare(a, b);
        }
        return compareText(SetKey.of(left), SetKey.of(right));
    }

    /** By code point, which is also the order of UTF-8 bytes. */
    static int compareText(String left, String right) {
        int same = 0;
        int shortest = Math.min(left.length(), right.length());
        while (same < shortest && left.charAt(same) == right.charAt(same)) {
            same++;
        }
        return same == shortest
                ? Integer.compare(left.length(), right.length())
                : compareUnits(left.charAt(same), right.charAt(same));
    }

    // Surrogates stand for code points above all others, although their units lie below some.
    private static int compareUnits(char left, char right) {
        boolean same = Character.isSurrogate(left) == Character.isSurrogate(right);
        return same
                ? Character.compare(left, right)
                : Boolean.compare(Character.isSurrogate(left), Character.isSurrogate(right));
    }
}
