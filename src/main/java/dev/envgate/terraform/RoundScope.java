package dev.envgate.terraform;

import dev.envgate.hcl.Scope;
import dev.envgate.hcl.Value;
import dev.envgate.text.Span;
import java.util.List;
import java.util.Optional;

/** What names mean inside of a block with {@code count} or {@code for_each}, or of a {@code dynamic} block. */
record RoundScope(Scope around, Round round) implements Scope {
    @Override
    public Optional<Resolved> resolve(String root, List<String> attributes, Span at) {
        Optional<Value> own = attributes.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(round.names().get(root + "." + attributes.getFirst()));
        return own.map(value -> new Resolved(value, 1)).or(() -> around.resolve(root, attributes, at));
    }

    @Override
    public String module() {
        return around.module();
    }
}
