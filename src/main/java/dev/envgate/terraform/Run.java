package dev.envgate.terraform;

import dev.envgate.hcl.Conversion;
import dev.envgate.hcl.Evaluator;
import dev.envgate.hcl.Expression;
import dev.envgate.hcl.Origin;
import dev.envgate.hcl.Parsed;
import dev.envgate.hcl.Scope;
import dev.envgate.hcl.Type;
import dev.envgate.hcl.TypeConstraint;
import dev.envgate.hcl.Value;
import dev.envgate.ledger.Identity;
import dev.envgate.text.Span;
import dev.envgate.text.Workspace;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What all of one reading share.
 *
 * @param workspace its working directory is the one that Terraform runs in
 */
record Run(
        Workspace workspace,
        Evaluator evaluator,
        ModuleLoader modules,
        Memo memo,
        Problems problems,
        Identity identity,
        String terraformWorkspace,
        State state,
        Map<String, ModuleInstance> instances) {
    /** A scope without any names: for defaults and for files of values. */
    static final Scope NOTHING = (root, attributes, at) -> Optional.empty();

    /** Another reading of the same files, with nothing worked out. */
    Run again() {
        return new Run(
                workspace,
                new Evaluator(workspace),
                modules,
                new Memo(),
                new Problems(),
                identity,
                terraformWorkspace,
                state,
                new HashMap<>());
    }

    Value evaluate(Expression expression, Scope scope) {
        return evaluator.evaluate(expression, scope);
    }

    /** The number that a value is or can be turned into. */
    Optional<BigDecimal> number(Value value) {
        return Conversion.convert(value, new Type.Num()) instanceof Value.Num number
                ? Optional.of(number.value())
                : Optional.empty();
    }

    /** The type that a constraint means; one that Terraform would refuse is a problem and allows anything. */
    Type type(Expression constraint) {
        Parsed<Type> parsed = TypeConstraint.parse(constraint, evaluator);
        problems.addAll(parsed.problems());
        return parsed.value();
    }

    /** The instance of a module that was evaluated under an address. */
    Optional<ModuleInstance> instance(String address) {
        return Optional.ofNullable(instances.get(address));
    }

    void register(ModuleInstance instance) {
        instances.put(instance.module(), instance);
    }

    /** A string that stands nowhere in a file, at the place where it is asked for. */
    static Value.Str text(String text, Span at) {
        return Value.Str.of(text, Origin.at(at));
    }
}
