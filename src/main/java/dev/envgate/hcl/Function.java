package dev.envgate.hcl;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One function of the language: its name, what it takes, and what it makes of that.
 *
 * @param more what every further argument is, for a function that takes any number
 * @param result what it gives, as far as that can be said without calling it
 */
record Function(String name, List<Parameter> parameters, Optional<Parameter> more, Type result, Body body) {
    Function {
        parameters = List.copyOf(parameters);
    }

    /** What a function does. */
    interface Body {
        Value apply(Invocation call);
    }

    /** How much of an argument a function wants to see settled before it is called. */
    enum Need {
        /** All of it is known, and it is not null. */
        KNOWN,
        /** It is a value of its type; what is inside may be open or unknown. */
        WHOLE,
        /** It may be anything, even not known or one of two. */
        RAW
    }

    /**
     * One argument.
     *
     * @param nullable whether it may be null
     */
    record Parameter(Type type, Need need, boolean nullable) {}

    static Function named(String name) {
        return new Function(
                name,
                List.of(),
                Optional.empty(),
                Types.ANY,
                call -> call.site().unsupported("`" + name + "` does nothing"));
    }

    /** The next argument, which must be known before anything is done. */
    Function takes(Type type) {
        return with(new Parameter(type, Need.KNOWN, false));
    }

    /** The next argument, inside of which things may be open. */
    Function takesPartly(Type type) {
        return with(new Parameter(type, Need.WHOLE, false));
    }

    /** The next argument, which may be null. */
    Function takesNullable(Type type) {
        return with(new Parameter(type, Need.WHOLE, true));
    }

    /** The next argument, whatever it is. */
    Function takesAnything() {
        return with(new Parameter(Types.ANY, Need.RAW, true));
    }

    /** Any number of further arguments like the last one. */
    Function andMore() {
        List<Parameter> fewer = new ArrayList<>(parameters);
        Parameter last = fewer.removeLast();
        return new Function(name, fewer, Optional.of(last), result, body);
    }

    private Function with(Parameter parameter) {
        List<Parameter> longer = new ArrayList<>(parameters);
        longer.add(parameter);
        return new Function(name, longer, more, result, body);
    }

    Function gives(Type type, Body work) {
        return new Function(name, parameters, more, type, work);
    }

    /** The parameter that an argument is for. */
    Parameter parameter(int index) {
        return index < parameters.size() ? parameters.get(index) : more.orElseThrow();
    }

    boolean accepts(int arguments) {
        return arguments >= parameters.size() && (arguments == parameters.size() || more.isPresent());
    }

    /** Whether arguments may be spread from a list that is not closed. */
    boolean open() {
        return more.filter(last -> last.need() == Need.RAW).isPresent();
    }
}
