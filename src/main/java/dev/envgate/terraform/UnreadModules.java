package dev.envgate.terraform;

import dev.envgate.hcl.Body;
import java.util.Locale;
import java.util.Set;

/** Modules that are not on disk: whether one of them may hold a task definition is told by the arguments that it is called with. */
final class UnreadModules {
    private static final Set<String> TELLING = Set.of(
            "container_definition",
            "container_definitions",
            "container_environment",
            "container_name",
            "container_secrets",
            "env_vars",
            "environment",
            "environment_variables",
            "map_environment",
            "map_secrets",
            "secrets",
            "task_environment",
            "task_secrets");

    private UnreadModules() {}

    /** {@code environment} alone is often the name of a stage, so a word of the source must speak of ECS as well. */
    static boolean matter(Body.Block call) {
        return isLocal(call)
                || (call.body().attributes().stream().anyMatch(attribute -> TELLING.contains(attribute.name()))
                        && speaksOfEcs(call));
    }

    /** A module of the repository itself, as of a submodule that was not checked out, may be anything. */
    private static boolean isLocal(Body.Block call) {
        return source(call).startsWith("\"./") || source(call).startsWith("\"../");
    }

    private static boolean speaksOfEcs(Body.Block call) {
        boolean definitions = call.body().attributes().stream()
                .anyMatch(attribute -> attribute.name().startsWith("container_definition"));
        String source = source(call);
        return definitions || source.contains("ecs") || source.contains("fargate") || source.contains("container");
    }

    /** As it is written, quotes included. */
    private static String source(Body.Block call) {
        return call.body()
                .attribute("source")
                .map(source -> source.value().span().text().toLowerCase(Locale.ROOT))
                .orElse("");
    }
}
