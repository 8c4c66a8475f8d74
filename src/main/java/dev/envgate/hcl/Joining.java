package dev.envgate.hcl;

import dev.envgate.hcl.Value.Choice;
import dev.envgate.hcl.Value.Condition;
import dev.envgate.hcl.Value.Guard;
import dev.envgate.hcl.Value.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Joins texts of which some are there only on a condition: a separator is there only where both of its neighbours are. */
final class Joining {
    /** Each text that is there on a condition is written once for each such text before it. */
    private static final int MOST = 100;

    private final List<Piece> separator;
    private final Origin origin;

    Joining(List<Piece> separator, Origin origin) {
        this.separator = separator;
        this.origin = origin;
    }

    /**
     * One of the texts.
     *
     * @param open stands for any number of texts
     */
    record Item(List<Piece> pieces, Guard guard, boolean open) {
        boolean certain() {
            return !open && guard.always();
        }
    }

    List<Piece> join(List<Item> items) {
        int certain = firstCertain(items);
        if (certain < 0) {
            return joinUncertain(items);
        }
        List<Piece> joined = new ArrayList<>();
        items.subList(0, certain).forEach(item -> joined.addAll(before(item)));
        joined.addAll(items.get(certain).pieces);
        items.subList(certain + 1, items.size()).forEach(item -> joined.addAll(after(item)));
        return joined;
    }

    private static int firstCertain(List<Item> items) {
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).certain()) {
                return i;
            }
        }
        return -1;
    }

    private List<Piece> before(Item item) {
        return when(item.guard, item.open ? item.pieces : with(item.pieces, separator), List.of());
    }

    private List<Piece> after(Item item) {
        return when(item.guard, item.open ? item.pieces : with(separator, item.pieces), List.of());
    }

    private List<Piece> joinUncertain(List<Item> items) {
        if (items.isEmpty()) {
            return List.of();
        }
        if (items.size() > MOST) {
            return items.stream().flatMap(item -> after(item).stream()).toList();
        }
        Item first = items.getFirst();
        List<Item> others = items.subList(1, items.size());
        if (first.open) {
            return with(when(first.guard, first.pieces, List.of()), joinUncertain(others));
        }
        List<Piece> present = new ArrayList<>(first.pieces);
        others.stream()
                .filter(item -> !item.guard.and(first.guard).never())
                .forEach(item -> present.addAll(after(item)));
        return when(first.guard, present, joinUncertain(others));
    }

    private static List<Piece> with(List<Piece> first, List<Piece> second) {
        List<Piece> both = new ArrayList<>(first);
        both.addAll(second);
        return both;
    }

    private List<Piece> when(Guard guard, List<Piece> present, List<Piece> absent) {
        if (guard.always()) {
            return present;
        }
        Value.Str yes = new Value.Str(present, origin);
        Value.Str no = new Value.Str(absent, origin);
        return List.of(new Piece.Hole(choice(guard, yes, no)));
    }

    private Value choice(Guard guard, Value yes, Value no) {
        if (guard.terms().size() == 1) {
            Guard.Term term = guard.terms().getFirst();
            return term.expected()
                    ? new Choice(term.condition(), yes, no, origin)
                    : new Choice(term.condition(), no, yes, origin);
        }
        return new Choice(all(guard), yes, no, origin);
    }

    /** All terms of a guard as one condition. */
    static Condition all(Guard guard) {
        String identity = guard.terms().stream()
                .map(term -> term.expected() + term.condition().identity())
                .sorted()
                .collect(Collectors.joining("&&"));
        return new Condition(
                guard.text(), identity, guard.terms().getFirst().condition().cause());
    }
}
