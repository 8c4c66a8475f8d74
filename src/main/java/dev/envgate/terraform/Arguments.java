package dev.envgate.terraform;

import dev.envgate.hcl.Body;
import dev.envgate.hcl.Cause;
import dev.envgate.hcl.Scope;
import dev.envgate.hcl.Type;
import dev.envgate.hcl.Value;
import java.util.Optional;

/** Where the variables of a module instance get their values from. */
interface Arguments {
    /**
     * The value given to a declared variable, before it is converted to the variable's type.
     *
     * @param typed whether the declaration says a type, be it {@code any}
     */
    Optional<Value> given(String name, Type type, boolean typed);

    /** The value given to a variable that is declared nowhere. */
    Optional<Value> undeclared(String name);

    /** What a variable is worth that was given nothing and has a default. */
    default Value byDefault(String name, Value value, Type type, Body.Block declaration) {
        return value;
    }

    /** Why there is no value when none is given and there is no default. */
    Cause missing(String name, Body.Block declaration);

    /** The block that gives them, where a module's call does. */
    Optional<Body.Block> block();

    /** The arguments of a module's call, evaluated where the call stands. */
    record OfCall(Run run, Body.Block call, Scope caller) implements Arguments {
        @Override
        public Optional<Body.Block> block() {
            return Optional.of(call);
        }

        @Override
        public Optional<Value> given(String name, Type type, boolean typed) {
            return call.body().attribute(name).map(argument -> run.evaluate(argument.value(), caller));
        }

        @Override
        public Optional<Value> undeclared(String name) {
            return Optional.empty();
        }

        @Override
        public Cause missing(String name, Body.Block declaration) {
            String reason = "depends on `var.%s`, which `module.%s` does not give"
                    .formatted(name, call.labels().getFirst().text());
            return new Cause(Cause.Kind.NOT_GIVEN, reason, call.header());
        }
    }
}
