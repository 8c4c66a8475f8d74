package dev.envgate.terraform;

import dev.envgate.hcl.Body;
import dev.envgate.hcl.Cause;
import dev.envgate.hcl.Conversion;
import dev.envgate.hcl.Expression;
import dev.envgate.hcl.Origin;
import dev.envgate.hcl.Symbol;
import dev.envgate.hcl.Type;
import dev.envgate.hcl.Value;
import java.util.Optional;

/** Works out what a declared variable stands for: what is given to it, else its default, else nothing that is known. */
record Variable(Run run, ModuleInstance instance, String name, Body.Block declaration) {
    Value value(Arguments arguments) {
        Type type = type();
        Value value = arguments
                .given(name, type, declaration.body().attribute("type").isPresent())
                .map(given -> Conversion.convert(given, type))
                .filter(given -> nullable() || !(given instanceof Value.Null))
                .or(() -> defaultValue(type).map(given -> arguments.byDefault(name, given, type, declaration)))
                .orElseGet(() -> notGiven(arguments, type));
        return marked(value, declaration.body());
    }

    private Type type() {
        return declaration
                .body()
                .attribute("type")
                .map(attribute -> run.type(attribute.value()))
                .orElseGet(Type.Any::new);
    }

    private Optional<Value> defaultValue(Type type) {
        return declaration
                .body()
                .attribute("default")
                .map(attribute -> Conversion.convert(run.evaluate(attribute.value(), Run.NOTHING), type));
    }

    private Value notGiven(Arguments arguments, Type type) {
        Cause cause = arguments.missing(name, declaration);
        return new Value.Unknown(
                new Symbol(instance.module(), "", "var." + name), type, cause, Origin.at(cause.place()));
    }

    private boolean nullable() {
        return !is(declaration.body(), "nullable", false);
    }

    /** The value, marked when the block says {@code sensitive = true}. */
    static Value marked(Value value, Body block) {
        return is(block, "sensitive", true) ? value.withOrigin(value.origin().asSensitive()) : value;
    }

    private static boolean is(Body block, String attribute, boolean expected) {
        return block.attribute(attribute)
                .filter(each -> each.value() instanceof Expression.BoolLiteral literal && literal.value() == expected)
                .isPresent();
    }
}
