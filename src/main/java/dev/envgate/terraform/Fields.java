package dev.envgate.terraform;

import dev.envgate.hcl.TakenOut;
import dev.envgate.hcl.Value;
import dev.envgate.hcl.Value.Guard;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The members of a JSON object by their names. Like ECS and its tools it does not tell upper case from lower case. */
record Fields(List<Value.Pair> pairs) {
    Fields {
        pairs = List.copyOf(pairs);
    }

    /** Those of an object; none of anything else. */
    static Fields of(Value value) {
        return new Fields(value instanceof Value.Dict mapping ? TakenOut.pairs(mapping) : List.of());
    }

    /** These and some more. */
    Fields and(List<? extends Value.Pair> more) {
        return new Fields(Stream.concat(pairs.stream(), more.stream()).toList());
    }

    /** What a member can be; no case when it is not there. Of members that differ in case only, the last counts. */
    List<Case> cases(String name, Guard guard) {
        List<Case> cases = new ArrayList<>();
        for (Value.Pair.One one : named(name)) {
            if (one.guard().always()) {
                cases.clear();
            }
            cases.addAll(Case.of(one.value(), guard.and(one.guard())));
        }
        return cases;
    }

    /** The value of a member that is written just so, whatever the cases it can be. */
    Optional<Value> value(String name) {
        return named(name).stream()
                .filter(one -> one.key().text().equals(name))
                .map(Value.Pair.One::value)
                .reduce((_, last) -> last);
    }

    boolean has(String name) {
        return !named(name).isEmpty();
    }

    private List<Value.Pair.One> named(String name) {
        List<Value.Pair.One> found = new ArrayList<>();
        for (Value.Pair pair : pairs) {
            if (pair instanceof Value.Pair.One one
                    && one.key().known()
                    && one.key().text().equalsIgnoreCase(name)) {
                found.add(one);
            }
        }
        return found;
    }

    /** Why there may be more members than are known. */
    Stream<Value> open() {
        return pairs.stream().flatMap(pair -> switch (pair) {
            case Value.Pair.Rest rest -> Stream.of(rest.why());
            case Value.Pair.One one -> one.key().known() ? Stream.empty() : Stream.of(one.key());
        });
    }

    /** A member that is there for certain and not null. */
    Optional<Value> member(String name) {
        return cases(name, Guard.ALWAYS).stream()
                .map(Case::value)
                .filter(value -> !(value instanceof Value.Null))
                .findFirst();
    }

    /** The members of a member that is an object; none where it is not. */
    Fields fields(String name) {
        return member(name).map(Fields::of).orElseGet(() -> new Fields(List.of()));
    }

    /** The names of the members that are known. */
    Stream<String> names() {
        return pairs.stream()
                .flatMap(pair -> pair instanceof Value.Pair.One one && one.key().known()
                        ? Stream.of(one.key().text())
                        : Stream.empty());
    }

    /** A member that is a known text. */
    Optional<String> text(String name) {
        return cases(name, Guard.ALWAYS).stream()
                .filter(each -> each.value() instanceof Value.Str text && text.known())
                .map(each -> ((Value.Str) each.value()).text())
                .findFirst();
    }

    /** The elements of a member that is a list. */
    Stream<Value> elements(String name) {
        return cases(name, Guard.ALWAYS).stream()
                .flatMap(each ->
                        each.value() instanceof Value.Seq sequence ? sequence.elements().stream() : Stream.empty())
                .flatMap(element -> element instanceof Value.Element.One one ? Stream.of(one.value()) : Stream.empty());
    }
}
