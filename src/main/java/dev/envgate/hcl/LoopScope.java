package dev.envgate.hcl;

import dev.envgate.text.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A scope inside of a {@code for} or a template: a few names of its own, and all those around it. */
final class LoopScope implements LocalNames {
    /** The name under which a splat finds the element that it is at. */
    static final String ITEM = "*";

    private final Scope around;
    private final Map<String, Value> names;

    LoopScope(Scope around, Map<String, Value> names) {
        this.around = around;
        this.names = Map.copyOf(names);
    }

    @Override
    public Optional<Value> local(String name) {
        Value value = names.get(name);
        if (value != null) {
            return Optional.of(value);
        }
        return around instanceof LocalNames outer ? outer.local(name) : Optional.empty();
    }

    @Override
    public Optional<Resolved> resolve(String root, List<String> attributes, Span at) {
        Value value = names.get(root);
        return value == null ? around.resolve(root, attributes, at) : Optional.of(new Resolved(value, 0));
    }

    @Override
    public String module() {
        return around.module();
    }
}
