package dev.envgate.hcl;

import dev.envgate.hcl.Value.Element;
import dev.envgate.hcl.Value.Guard;
import dev.envgate.hcl.Value.Unknown;
import java.util.List;

/** Takes lists that are arguments apart, whatever is known of them. */
final class Lists {
    private Lists() {}

    /** The elements of an argument that is a list, a set or a tuple; one that is something else is a failure. */
    static List<Element> elements(Element argument, Invocation call, List<Value> failures) {
        return switch (argument) {
            case Element.Rest rest -> List.of(rest);
            case Element.One one ->
                elements(one.value(), call, failures).stream()
                        .map(element -> Spread.under(element, one.guard()))
                        .filter(element -> !element.guard().never())
                        .toList();
        };
    }

    static List<Element> elements(Value argument, Invocation call, List<Value> failures) {
        return Spread.elements(argument, (value, guard) -> switch (value) {
            case Value.Seq sequence -> sequence.elements();
            case Unknown unknown -> unknown(unknown, guard, failures);
            case Value other -> {
                String reason = "a list is needed, and this is " + Types.kind(other);
                yield unknown(call.site().failedIf(guard.always(), reason), guard, failures);
            }
        });
    }

    // What fails only in some case is a failure only there.
    private static List<Element> unknown(Unknown unknown, Guard guard, List<Value> failures) {
        if (Calls.failed(unknown) && guard.always()) {
            failures.add(unknown);
        }
        return List.of(new Element.Rest(unknown, Guard.ALWAYS));
    }
}
