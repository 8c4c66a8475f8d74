package dev.envgate.terraform;

import dev.envgate.hcl.Value.Guard;
import dev.envgate.ledger.Entry;
import dev.envgate.ledger.Given;
import dev.envgate.ledger.HiddenValue;
import dev.envgate.ledger.Name;
import dev.envgate.ledger.Place;
import dev.envgate.ledger.Presence;
import dev.envgate.ledger.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An entry of a container while the cases in which it is there are still being put together.
 *
 * @param others further cases in which it is there, each of which excludes {@code guard} and the rest
 */
record Draft(Name name, Given given, Place place, Guard guard, List<Guard> others, List<Entry.Hop> chain) {
    Draft {
        others = List.copyOf(others);
        chain = List.copyOf(chain);
    }

    Draft(Name name, Given given, Place place, Guard guard, List<Entry.Hop> chain) {
        this(name, given, place, guard, List.of(), chain);
    }

    Entry entry() {
        Presence presence = guard.always() ? new Presence.Present(place) : new Presence.Conditional(place, condition());
        return new Entry(name, given, presence, chain);
    }

    private String condition() {
        return cases().map(Guard::text).collect(Collectors.joining(" || "));
    }

    private Stream<Guard> cases() {
        return Stream.concat(Stream.of(guard), others.stream());
    }

    /**
     * Joins entries of the same name and kind that stand in opposite arms of a condition: together they are there for certain. Entries
     * that can be there at once stay apart, because ECS refuses them.
     */
    static List<Draft> joined(List<Draft> drafts) {
        List<Draft> result = new ArrayList<>();
        for (Draft draft : drafts) {
            Draft current = draft;
            int at = opposite(result, current);
            int place = result.size();
            while (at >= 0) {
                current = result.remove(at).or(current);
                place = Math.min(place, at);
                at = opposite(result, current);
            }
            result.add(Math.min(place, result.size()), current);
        }
        return byPlace(result);
    }

    /** What is written once is one entry, however many ways lead to it. */
    private static List<Draft> byPlace(List<Draft> drafts) {
        List<Draft> result = new ArrayList<>();
        for (Draft draft : drafts) {
            int at = same(result, draft);
            if (at < 0) {
                result.add(draft);
            } else {
                result.set(at, result.get(at).orWhen(draft));
            }
        }
        return result;
    }

    private static int same(List<Draft> drafts, Draft other) {
        for (int i = 0; i < drafts.size(); i++) {
            if (drafts.get(i).isOtherCaseOf(other)) {
                return i;
            }
        }
        return -1;
    }

    private boolean isOtherCaseOf(Draft other) {
        return name.equals(other.name)
                && given.getClass() == other.given.getClass()
                && place.equals(other.place)
                && cases().allMatch(own -> own.and(other.guard).never());
    }

    private Draft orWhen(Draft other) {
        List<Guard> more = Stream.concat(others.stream(), other.cases()).toList();
        String why = "depends on `%s`".formatted(guard.text());
        return new Draft(name, either(given, other.given, why, place), place, guard, more, chain);
    }

    private static int opposite(List<Draft> drafts, Draft other) {
        for (int i = 0; i < drafts.size(); i++) {
            if (drafts.get(i).isOpposite(other)) {
                return i;
            }
        }
        return -1;
    }

    private boolean isOpposite(Draft other) {
        return name.equals(other.name)
                && given.getClass() == other.given.getClass()
                && guard.and(other.guard).never()
                && common(other).terms().size() == guard.terms().size() - 1
                && guard.terms().size() == other.guard.terms().size();
    }

    private Guard common(Draft other) {
        return new Guard(
                guard.terms().stream().filter(other.guard.terms()::contains).toList());
    }

    private Draft or(Draft other) {
        Guard common = common(other);
        String why = "depends on `%s`"
                .formatted(guard.terms().stream()
                        .filter(term -> !common.terms().contains(term))
                        .findFirst()
                        .map(term -> term.condition().text())
                        .orElse(""));
        return new Draft(name, either(given, other.given, why, place), place, common, chain);
    }

    private static Given either(Given one, Given other, String why, Place place) {
        return switch (one) {
            case Given.Plain(HiddenValue value) ->
                other instanceof Given.Plain(HiddenValue second) && value.equals(second)
                        ? one
                        : new Given.Plain(new HiddenValue.Unknown(why));
            case Given.Secret(Reference reference) ->
                other instanceof Given.Secret(Reference second) && reference.equals(second)
                        ? one
                        : new Given.Secret(Reference.whole(reference.text(), new Reference.Target.Unclear(why, place)));
            case Given.FromFile _, Given.FromImage _ -> one; // Terraform's entries are neither
        };
    }
}
