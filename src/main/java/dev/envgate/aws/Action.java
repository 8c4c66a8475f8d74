package dev.envgate.aws;

import dev.envgate.text.Escape;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A call as messages name it.
 *
 * @param call the permission it needs, in back-ticks, or what it is for
 * @param names what it asks for, in back-ticks; empty when there are no names
 * @param place who is asked: an address, or AWS in a region
 */
record Action(String call, String names, String place) {
    static Action of(String permission, Collection<String> names, String place) {
        return new Action(quote(permission), quoted(names), place);
    }

    static Action of(String permission, String name, String place) {
        return of(permission, List.of(name), place);
    }

    /** The login, before any service is asked. */
    static Action login(Collection<String> names, String place) {
        return new Action("the login", quoted(names), place);
    }

    /** All that rules and schedules are asked for. */
    static Action triggers(String place) {
        return new Action("the question for rules and schedules", "", place);
    }

    /** A login to one account where another is meant. */
    static Action accounts(String found, String meant) {
        return new Action(quote(found), quote(meant), "AWS");
    }

    private static String quoted(Collection<String> names) {
        String first = names.stream().limit(3).map(Action::quote).collect(Collectors.joining(", "));
        return names.size() > 3 ? first + " and " + (names.size() - 3) + " more" : first;
    }

    /** A name from outside, made harmless. */
    static String quote(String name) {
        return "`" + Escape.terminal(name) + "`";
    }
}
