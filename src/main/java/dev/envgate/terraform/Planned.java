package dev.envgate.terraform;

import dev.envgate.hcl.Cause;
import dev.envgate.hcl.Origin;
import dev.envgate.hcl.Symbol;
import dev.envgate.hcl.Type;
import dev.envgate.hcl.Value;
import dev.envgate.text.Span;
import java.util.Optional;

/**
 * A resource instance as a plan leaves it.
 *
 * @param module where it stands
 * @param inside its address there, without key: {@code aws_ecs_service.web}
 * @param address as seen from the root, with its key
 * @param values what is known of it
 * @param unknown the attributes that are known only after apply, as true
 * @param sensitive the attributes that are hidden, as true
 */
record Planned(
        PlannedModule module,
        String inside,
        String address,
        Fields values,
        Fields unknown,
        Fields sensitive,
        Span place) {
    String type() {
        return inside.substring(0, inside.indexOf('.'));
    }

    boolean knownLater(String attribute) {
        return unknown.member(attribute)
                .filter(value -> value instanceof Value.Bool later && later.value())
                .isPresent();
    }

    /** An attribute; empty when it is null. One that is known only after apply stands for itself. */
    Optional<Value> attribute(String name, PlanReferences references) {
        return knownLater(name)
                ? Optional.of(later(name, references))
                : values.member(name).map(value -> marked(name, value));
    }

    private Value later(String name, PlanReferences references) {
        Cause cause = new Cause(Cause.Kind.COMPUTED, references.why(this, name), place);
        return new Value.Unknown(new Symbol("", address, "." + name), new Type.Str(), cause, Origin.at(place));
    }

    private Value marked(String name, Value value) {
        boolean hidden = sensitive
                .member(name)
                .filter(each -> each instanceof Value.Bool mark && mark.value())
                .isPresent();
        return hidden ? value.withOrigin(value.origin().asSensitive()) : value;
    }
}
