package dev.envgate.cli;

import dev.envgate.dotenv.DotenvReader;
import dev.envgate.ledger.Contract;
import dev.envgate.text.Problem;
import dev.envgate.text.SourceFile;
import dev.envgate.text.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

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

    /** Names that say both that it is for the environment and that it is an example: {@code dev.env.example}, {@code .env.prod-sample}. */
    private static final Pattern EXAMPLE = Pattern.compile(
            "(?i)(.*[.-])?env([._-].*)?[._-](example|sample|template|tmpl|dist|defaults?|schema)|(example|sample|template)[._-](.*[._-])?env");

    private static final int MOST_OTHERS = 50;

    private Contracts() {}

    /** Whether a file has the name of a contract. */
    static boolean isNamed(String file) {
        return NAMES.contains(file) || EXAMPLE.matcher(file).matches();
    }

    /**
     * The files asked for; else the one in the working directory that has the usual name of a contract, or the only one that has the name
     * of any; else the only one below it. Perhaps none.
     */
    static List<Path> find(InputOptions inputs, Path directory) {
        if (!inputs.envFiles().isEmpty()) {
            return inputs.envFiles().stream().map(directory::resolve).toList();
        }
        List<Path> usual = NAMES.stream()
                .map(directory::resolve)
                .filter(Files::isRegularFile)
                .limit(1)
                .toList();
        return usual.isEmpty() ? only(directory) : usual;
    }

    /** Those of which none was chosen, because there are several; none where one was found. */
    static List<Path> choices(InputOptions inputs, Path directory) {
        return find(inputs, directory).isEmpty() ? all(directory) : List.of();
    }

    /** Those beside the one that was found without being asked for. */
    static List<Path> others(InputOptions inputs, Path directory) {
        List<Path> found = find(inputs, directory);
        return inputs.envFiles().isEmpty() && !found.isEmpty()
                ? all(directory).stream()
                        .filter(file -> !found.contains(file))
                        .limit(MOST_OTHERS)
                        .toList()
                : List.of();
    }

    private static List<Path> all(Path directory) {
        return RepositoryWalk.files(directory, file -> isNamed(String.valueOf(file.getFileName())));
    }

    private static List<Path> only(Path directory) {
        List<Path> found = all(directory);
        List<Path> here = found.stream()
                .filter(file -> directory.equals(file.getParent()))
                .toList();
        return here.size() == 1 ? here : found.size() == 1 ? found : List.of();
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

    /** Reads each as a contract of its own; one that cannot be read says nothing. */
    static List<Contract> readEach(List<Path> files, Workspace workspace) {
        return files.stream()
                .flatMap(file -> workspace.read(file) instanceof Workspace.Read.Found(SourceFile found)
                        ? Stream.of(DotenvReader.read(List.of(found)).contract())
                        : Stream.of())
                .toList();
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
