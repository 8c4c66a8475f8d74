package dev.envgate.pipeline;

import dev.envgate.ledger.Copying;
import dev.envgate.text.SourceFile;
import dev.envgate.text.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Finds the steps of a repository's pipelines and scripts that deploy a copy of the running revision. They are read as text; nothing is executed. */
public final class Pipelines {
    private static final List<String> DIRECTORIES = List.of(
            "",
            ".github/workflows",
            ".circleci",
            ".buildkite",
            "bin",
            "build",
            "ci",
            "deploy",
            "infra",
            "script",
            "scripts",
            "tools");

    private static final List<String> SCRIPTS = List.of(".sh", ".bash", ".mk");

    private Pipelines() {}

    /**
     * The steps of all pipelines and scripts.
     *
     * @param workspace the repository's; paths are taken from its root
     */
    public static List<Copying> read(Workspace workspace) {
        return DIRECTORIES.stream()
                .flatMap(directory -> files(workspace, directory))
                .flatMap(file -> source(workspace, file))
                .flatMap(file -> Copies.in(file).stream())
                .toList();
    }

    private static Stream<Path> files(Workspace workspace, String directory) {
        return switch (workspace.list(Path.of(directory))) {
            case Workspace.Listing.Found(List<String> names) ->
                names.stream().filter(name -> deploys(directory, name)).map(Path.of(directory)::resolve);
            case Workspace.Listing.Refused _ -> Stream.empty();
        };
    }

    /** Whether a file of that name can be a pipeline or a script of one. */
    private static boolean deploys(String directory, String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        boolean yaml = lower.endsWith(".yml") || lower.endsWith(".yaml");
        boolean pipeline = lower.startsWith(".gitlab-ci")
                || lower.startsWith("buildspec")
                || lower.startsWith("bitbucket-pipelines")
                || lower.startsWith("azure-pipelines")
                || directory.startsWith(".");
        return (yaml && pipeline)
                || lower.equals("makefile")
                || lower.equals("jenkinsfile")
                || lower.equals("justfile")
                || SCRIPTS.stream().anyMatch(lower::endsWith);
    }

    private static Stream<SourceFile> source(Workspace workspace, Path file) {
        return switch (workspace.read(file)) {
            case Workspace.Read.Found(SourceFile found) -> Stream.of(found);
            case Workspace.Read.Refused _ -> Stream.empty();
        };
    }
}
