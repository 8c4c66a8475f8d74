package dev.envgate.repair;

import dev.envgate.ledger.Place;
import dev.envgate.ledger.Presence;
import dev.envgate.text.Span;
import java.util.List;
import java.util.Optional;

/** An entry of a container as it is written: what holds it, and where in that it stands. */
sealed interface Anchor {
    /** {@code { name = "A", valueFrom = … }}, an element of a list. */
    record Entry(Node.Sequence list, int index, Node.Mapping item) implements Anchor {}

    /** {@code A = …}, a member of a mapping of which a list is made. */
    record Key(Node.Mapping mapping, int index) implements Anchor {}

    /** {@code "A"}, an element of a list of names of which a list is made. */
    record Word(Node.Sequence list, int index) implements Anchor {}

    /** The list or mapping that holds it. */
    default Node holder() {
        return switch (this) {
            case Entry entry -> entry.list;
            case Key key -> key.mapping;
            case Word word -> word.list;
        };
    }

    /** Where the value stands; none where it is made of the name. */
    default Optional<Node> value(String member) {
        return switch (this) {
            case Entry entry -> entry.item.member(member).map(Node.Member::value);
            case Key key -> Optional.of(key.mapping.members().get(key.index).value());
            case Word _ -> Optional.empty();
        };
    }

    /** Reads an entry where it is written, when that is in a file and for certain. */
    static Optional<Anchor> of(dev.envgate.ledger.Entry entry) {
        return entry.presence() instanceof Presence.Present(Place place) && place instanceof Place.InFile(Span span)
                ? at(span)
                : Optional.empty();
    }

    /** What both are written in. */
    default Node.Dialect dialect() {
        return switch (this) {
            case Entry entry -> entry.list.dialect();
            case Key key -> key.mapping.dialect();
            case Word word -> word.list.dialect();
        };
    }

    /** Reads what stands at the name of an entry. */
    static Optional<Anchor> at(Span name) {
        List<Node> way = Trees.around(name.file(), name.start());
        for (int i = way.size() - 1; i >= 0; i--) {
            if (way.get(i) instanceof Node.Mapping mapping) {
                Optional<Anchor> found = in(mapping, i > 0 ? way.get(i - 1) : mapping, name);
                if (found.isPresent()) {
                    return found;
                }
            }
            if (way.get(i) instanceof Node.Sequence list && i + 1 == way.size() - 1) {
                return Optional.of(new Word(list, list.items().indexOf(way.get(i + 1))));
            }
        }
        return Optional.empty();
    }

    private static Optional<Anchor> in(Node.Mapping mapping, Node outer, Span name) {
        for (int i = 0; i < mapping.members().size(); i++) {
            Node.Member member = mapping.members().get(i);
            if (member.keySpan().start() <= name.start()
                    && name.end() <= member.keySpan().end()) {
                return Optional.of(new Key(mapping, i));
            }
            if (member.key().equals("name") && member.value().holds(name.start())) {
                return outer instanceof Node.Sequence list
                        ? Optional.of(new Entry(list, list.items().indexOf(mapping), mapping))
                        : Optional.empty();
            }
        }
        return Optional.empty();
    }
}
