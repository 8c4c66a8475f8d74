package dev.envgate.hcl;

import static dev.envgate.hcl.Function.named;
import static dev.envgate.hcl.Types.ANY;
import static dev.envgate.hcl.Types.BOOL;
import static dev.envgate.hcl.Types.STRING;

import java.util.List;

/** Conversions, and what deals with the types and marks of values. */
final class TypeFunctions {
    private TypeFunctions() {}

    static List<Function> all() {
        return Functions.family(
                conversion("tostring", STRING),
                conversion("tonumber", Types.NUMBER),
                conversion("tobool", BOOL),
                conversion("tolist", new Type.ListOf(ANY)),
                conversion("toset", new Type.SetOf(ANY)),
                conversion("tomap", new Type.MapOf(ANY)),
                named("type")
                        .takesAnything()
                        .gives(STRING, call -> call.failed("`type` works only in Terraform's console")),
                named("sensitive").takesAnything().gives(ANY, TypeFunctions::sensitive),
                named("nonsensitive").takesAnything().gives(ANY, call -> Marks.without(call.argument(0))),
                named("issensitive").takesAnything().gives(BOOL, TypeFunctions::isSensitive),
                named("ephemeralasnull").takesAnything().gives(ANY, call -> call.argument(0)),
                named("list")
                        .takesAnything()
                        .andMore()
                        .gives(ANY, call -> call.failed("`list` is gone: write `tolist([…])`")),
                named("map")
                        .takesAnything()
                        .andMore()
                        .gives(ANY, call -> call.failed("`map` is gone: write `tomap({…})`")));
    }

    private static Function conversion(String name, Type type) {
        return named(name).takesAnything().gives(type, call -> call.site().converted(call.argument(0), type));
    }

    private static Value sensitive(Invocation call) {
        return call.argument(0).withOrigin(call.argument(0).origin().asSensitive());
    }

    private static Value isSensitive(Invocation call) {
        return Cases.top(
                call.argument(0),
                call.site(),
                value -> value instanceof Value.Unknown unknown
                        ? call.site().derived(BOOL, unknown)
                        : new Value.Bool(value.origin().sensitive(), call.site().origin()));
    }
}
