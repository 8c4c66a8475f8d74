package dev.envgate.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envgate.ledger.Code;
import dev.envgate.ledger.CodeRead;
import dev.envgate.ledger.CodeRead.Certainty;
import dev.envgate.text.Directories;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is read through a function of the application's own is found where its definition is seen. */
class HelperTest {
    @TempDir
    private Path repository;

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '~',
            value = {
                "a.ts => export function requireEnv(name: string): string { return process.env[name] } => requireEnv(\"A_KEY\") => A_KEY NONE",
                "a.ts => const fromEnv = (key: string, or = \"x\") =>process.env[key] ?? or; => fromEnv(\"A_KEY\", \"b\") => A_KEY USABLE",
                "a.js => class Settings { fetchEnv(key) { return process.env[key]; } } => settings.fetchEnv(\"A_KEY\") || \"b\" => A_KEY USABLE",
                "a.py => def from_env(name, default=None): return os.getenv(name, default) => from_env(\"A_KEY\") => A_KEY NONE",
                "a.py => def from_env(name, default=None): return os.getenv(name, default) => from_env(\"A_KEY\", \"b\") => A_KEY USABLE",
                "a.go => func getEnv(key, or string) string { return os.Getenv(key) } => x := getEnv(\"A_KEY\", \"b\") => A_KEY USABLE",
                "a.rb => def from_env(name) ENV[name] end => from_env(\"A_KEY\") => A_KEY NONE",
                "a.ts => function show(name: string) { return labels[name] } => show(\"A_KEY\") => none",
                "a.ts => function show(what: string, name: string) { return process.env[name] } => show(\"A_KEY\") => none",
                "a.ts => function fromEnv(name: string) { return process.env[name] } => fromEnv(\"a title\") => none"
            })
    void isSeen(String file, String definition, String call, String expected) throws IOException {
        String extension = file.substring(1);
        Files.writeString(repository.resolve("helper" + extension), imported(file) + definition + "\n");
        Files.writeString(repository.resolve("use" + extension), imported(file) + call + "\n");
        Code code = SourceReader.read(new SourceReader.Request(
                repository, List.of(repository), Set.of(), new Directories(repository, List.of(repository))));
        assertThat(told(code)).isEqualTo(expected);
    }

    private static String imported(String file) {
        return file.endsWith(".py") ? "import os\n" : file.endsWith(".go") ? "package main\n" : "";
    }

    private static String told(Code code) {
        String reads = ((Code.Searched) code)
                .reads().stream()
                        .filter(read -> read.certainty() == Certainty.DERIVED)
                        .map(HelperTest::told)
                        .collect(Collectors.joining(", "));
        return reads.isEmpty() ? "none" : reads;
    }

    private static String told(CodeRead read) {
        return read.name() + " " + read.fallback();
    }
}
