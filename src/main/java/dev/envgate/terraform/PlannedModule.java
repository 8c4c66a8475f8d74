package dev.envgate.terraform;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A module instance of a plan, with what its {@code configuration} tells of it: there expressions stand as the names that they refer to.
 *
 * @param address {@code module.api["x"].module.db}, empty for the root
 * @param configuration what it holds
 * @param arguments the expressions that it is called with
 * @param above the instances that it stands in, the nearest last
 */
record PlannedModule(String address, Fields configuration, Fields arguments, List<PlannedModule> above) {
    PlannedModule {
        above = List.copyOf(above);
    }

    static PlannedModule root(Fields configuration) {
        return new PlannedModule("", configuration, new Fields(List.of()), List.of());
    }

    /** An instance of a module that is called here; {@code key} is as in its address. */
    PlannedModule child(String call, String key) {
        Fields called = configuration.fields("module_calls").fields(call);
        return new PlannedModule(
                address("module." + call + key),
                called.fields("module"),
                called.fields("expressions"),
                Stream.concat(above.stream(), Stream.of(this)).toList());
    }

    /** The address of something that stands here, as seen from the root. */
    String address(String inside) {
        return address.isEmpty() ? inside : address + "." + inside;
    }

    /** The instance that this one is called from. */
    Optional<PlannedModule> caller() {
        return above.isEmpty() ? Optional.empty() : Optional.of(above.getLast());
    }

    /** What an argument of a resource refers to; {@code inside} is its address here, without key. */
    List<String> references(String inside, String argument) {
        return configuration
                .elements("resources")
                .map(Fields::of)
                .filter(resource ->
                        resource.text("address").filter(inside::equals).isPresent())
                .flatMap(resource -> references(resource.fields("expressions").fields(argument)))
                .toList();
    }

    /** What is given to a variable, by its caller. */
    List<String> given(String variable) {
        return references(arguments.fields(variable)).toList();
    }

    /** What an output refers to. */
    List<String> output(String name) {
        return references(configuration.fields("outputs").fields(name).fields("expression"))
                .toList();
    }

    private static Stream<String> references(Fields expression) {
        return expression.elements("references").flatMap(reference -> Reason.text(reference).stream());
    }
}
