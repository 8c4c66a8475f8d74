package dev.envgate.hcl;

import dev.envgate.text.Span;
import java.util.List;
import java.util.Optional;

/** What the names of an expression mean where it stands. */
public interface Scope {
    /**
     * The value that the beginning of a traversal names.
     *
     * @param root its first name: {@code var}, {@code local}, {@code aws_ecs_service}, {@code each}
     * @param attributes the plain attribute names that follow, for as long as they are plain
     * @param at where it is written
     * @return empty when there is no such root; a name that is missing below a root that exists is an {@link Value.Unknown} whose cause
     *     is {@link Cause.Kind#FAILED}
     */
    Optional<Resolved> resolve(String root, List<String> attributes, Span at);

    /** The address of the module instance that the expression is written in, {@code module.api["x"]}; empty in the root. */
    default String module() {
        return "";
    }

    /**
     * A value, and how many of the attribute names it stands for.
     *
     * @param used 0 for {@code each} as a whole or a variable of a {@code for}, 1 for {@code local.x}, 2 for {@code data.aws_region.x}
     */
    record Resolved(Value value, int used) {}
}
