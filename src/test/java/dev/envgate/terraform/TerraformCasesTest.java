package dev.envgate.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envgate.ledger.Identity;
import dev.envgate.text.Directories;
import dev.envgate.text.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whole roots: each folder of {@code src/test/resources/terraform} is one, with all that must come of it in {@code expected.txt}. */
class TerraformCasesTest {
    private static final Path CASES = Path.of("src/test/resources/terraform");

    static Stream<String> cases() throws IOException {
        try (Stream<Path> folders = Files.list(CASES)) {
            return folders
                    .filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aRootComesOutAsExpected(String name) throws IOException {
        Path folder = CASES.resolve(name);
        TerraformReader.Result result = TerraformReader.read(inputs(folder));
        String actual = Description.of(result.configuration(), result.problems(), CASES + "/" + name + "/");
        Path expected = folder.resolve("expected.txt");
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(expected, actual);
        }
        assertThat(actual).isEqualTo(Files.readString(expected));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void readingTwiceAgrees(String name) throws IOException {
        Path folder = CASES.resolve(name);
        TerraformReader.Result first = TerraformReader.read(inputs(folder));
        TerraformReader.Result second = TerraformReader.read(inputs(folder));
        assertThat(Description.of(first.configuration(), first.problems(), ""))
                .isEqualTo(Description.of(second.configuration(), second.problems(), ""));
    }

    static Inputs inputs(Path folder) throws IOException {
        Path options = folder.resolve("inputs.txt");
        Options read = new Options(folder);
        if (Files.exists(options)) {
            Files.readAllLines(options).forEach(read::add);
        }
        return read.inputs();
    }

    /** The lines of {@code inputs.txt}. */
    private static final class Options {
        private final Path folder;
        private final List<Inputs.Assignment> assignments = new ArrayList<>();
        private final Map<String, String> environment = new HashMap<>();
        private String root = "";
        private String workspace = "";
        private String account = "";
        private String region = "";
        private State state = State.NONE;

        Options(Path folder) {
            this.folder = folder;
        }

        void add(String line) {
            String[] words = line.split("[ ]", 2);
            String[] pair = words[1].split("=", 2);
            switch (words[0]) {
                case "root" -> root = words[1];
                case "workspace" -> workspace = words[1];
                case "account" -> account = words[1];
                case "region" -> region = words[1];
                case "env" -> environment.put(pair[0], pair[1]);
                case "var" -> assignments.add(new Inputs.Assignment.Var(pair[0], pair[1]));
                case "state" -> state = state(words[1]);
                case "var-file" -> assignments.add(new Inputs.Assignment.VarFile(folder.resolve(words[1])));
                default -> throw new IllegalArgumentException(line);
            }
        }

        private State state(String name) {
            Workspace files = new Directories(Path.of(""), List.of(folder));
            Workspace.Read.Found file = (Workspace.Read.Found) files.read(folder.resolve(name));
            return ((State.Result.Found) State.read(file.file())).state();
        }

        Inputs inputs() {
            Workspace files = new Directories(Path.of(""), List.of(folder));
            Identity identity = new Identity(account, region);
            return new Inputs(folder.resolve(root), files, assignments, environment, workspace, identity).with(state);
        }
    }
}
