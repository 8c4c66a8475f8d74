package dev.envgate.terraform;

import dev.envgate.hcl.Cause;
import dev.envgate.hcl.Value;
import dev.envgate.text.Span;
import java.util.List;
import java.util.stream.Collectors;

/** Answers for a value that is needed for itself, and reports the way that leads back to it. */
record Circle(Run run, ModuleInstance instance, String name, Span at) implements Memo.Trouble {
    @Override
    public Value cycle(List<Memo.Key> path) {
        String way = path.stream().map(key -> "`" + key + "`").collect(Collectors.joining(" → "));
        if (!run.memo().isTentative()) {
            run.problems().add(at, "%s depends on itself: %s.".formatted("`" + path.getFirst() + "`", way), "");
        }
        return instance.unknown(name, new Cause(Cause.Kind.FAILED, "depends on itself: " + way, at), at);
    }

    @Override
    public Value tooDeep() {
        return instance.unknown(
                name, new Cause(Cause.Kind.BOUND, "depends on too long a chain of other values", at), at);
    }
}
