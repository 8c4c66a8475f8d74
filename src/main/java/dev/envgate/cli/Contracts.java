package dev.envgate.cli;

import dev.envgate.dotenv.DotenvReader;
import dev.envgate.text.Problem;
import dev.envgate.text.SourceFile;
import dev.envgate.text.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Finds and reads the contract files. */
final class Contracts {
    /** What example files are called, the usual name first. */
    static final List<String> NAMES = List.of(
            ".env.example",
            ".env.sample",
            ".env.template",
            ".env.dist",
            "env.example",
            "sample.env",
            "template.env",
            "local.env.dist",
            ".env.local.example");

    private Contracts() {}

    /** The files asked for, or the first one in the working directory that has the name of a contract; perhaps none. */
    static List<Path> find(InputOptions inputs, Path directory) {
        return inputs.envFiles().isEmpty()
                ? NAMES.stream()
                        .map(directory::resolve)
                        .filter(Files::isRegularFile)
                        .limit(1)
                        .toList()
                : inputs.envFiles().stream().map(directory::resolve).toList();
    }

    /** Reads them as one contract. */
    static DotenvReader.Result read(List<Path> files, Workspace workspace) throws Misuse {
        List<SourceFile> found = new ArrayList<>();
        List<Problem> refused = new ArrayList<>();
        for (Path file : files) {
            switch (workspace.read(file)) {
                case Workspace.Read.Found read -> found.add(read.file());
                case Workspace.Read.Refused read -> refused.add(refused(workspace.show(file), read.why()));
            }
        }
        if (!refused.isEmpty()) {
            throw new Misuse(refused);
        }
        return DotenvReader.read(found);
    }

    private static Problem refused(String file, String why) {
        return new Problem(
                SourceFile.unread(file).all(),
                "The contract `" + file + "` cannot be read: " + why + ".",
                why.startsWith("it is not text")
                        ? "save it as text in UTF-8, or name the file that declares the variables with `--env-file FILE`."
                        : "name the file that declares the variables with `--env-file FILE`.");
    }
}
