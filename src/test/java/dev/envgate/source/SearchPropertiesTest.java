package dev.envgate.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envgate.ledger.Reader;
import dev.envgate.text.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds every search to what must be true of any text; a span outside of its file throws by itself. */
class SearchPropertiesTest {
    private static final int MUTANTS = 25;
    private static final List<String> PIECES = List.of(
            "\"",
            "'",
            "`",
            "\"\"\"",
            "'''",
            "${",
            "#{",
            "}",
            "{",
            "(",
            ")",
            "[",
            "]",
            "\\",
            "/*",
            "*/",
            "//",
            "#",
            "<<EOF\n",
            "\n",
            "<a ",
            "process.env",
            "os.environ[",
            "ENV[",
            "$ENV{",
            "?",
            ":",
            "||",
            "=",
            "@Value(",
            "class A(BaseSettings):\n  ",
            "\0",
            "\ud800",
            "é",
            "r#\"",
            "$\"");

    private static Stream<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/resources/source/polyglot"))) {
            return files.filter(Files::isRegularFile).sorted().toList().stream();
        }
    }

    private static List<String> found(Kind kind, String text) {
        Scan scan = new Scan(new SourceFile("x", text), Reader.APPLICATION);
        kind.search().in(scan);
        kind.search().code(text);
        return Stream.concat(
                        scan.reads().stream()
                                .map(read -> read.span().line() + " " + read.name() + " " + read.fallback()),
                        scan.computed().stream()
                                .map(read -> read.span().line() + " " + read.prefix() + "*" + read.suffix()))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("files")
    void anyTextCanBeSearchedAndLineEndsMakeNoDifference(Path file) throws IOException {
        Kind kind = Kind.of(file.getFileName().toString()).orElseThrow();
        String text = Files.readString(file);
        Random random = new Random(file.toString().hashCode());
        for (int i = 0; i < MUTANTS; i++) {
            String mutant = mutant(text, random);

            assertThat(found(kind, mutant.replace("\n", "\r\n"))).isEqualTo(found(kind, mutant));
        }
    }

    private static String mutant(String text, Random random) {
        StringBuilder mutant = new StringBuilder(text);
        for (int n = random.nextInt(6); n >= 0; n--) {
            int at = random.nextInt(mutant.length() + 1);
            switch (random.nextInt(3)) {
                case 0 -> mutant.insert(at, PIECES.get(random.nextInt(PIECES.size())));
                case 1 -> mutant.delete(at, Math.min(mutant.length(), at + random.nextInt(30)));
                default -> mutant.setLength(Math.max(at, mutant.length() / 2));
            }
        }
        return mutant.toString();
    }

    @Test
    void deeplyNestedTextNeitherFailsNorTakesForever() {
        List<String> hostile = List.of(
                "process.env[",
                "`${",
                "<a>",
                "<a b={",
                "f(",
                "process.env.A || ",
                "process.env.A ? ",
                "/[",
                "\"#{",
                "ENV[",
                "$ENV{",
                "${",
                "${A:",
                "env!(",
                "#[arg(",
                "os.environ[\"A\"] if x, ",
                "class A(BaseSettings): ",
                "env(",
                "<%",
                "<script>",
                "<?php ",
                "//\n",
                "s(",
                "<<A ",
                "<<A\n",
                "\"$(",
                "read -a ",
                "ENV A=\\\n",
                "x.get(\"A\", ",
                "/*",
                "(*",
                "{-",
                "'",
                "@Value(\"",
                "EnvVars: ",
                "option(envvar=");
        for (Path file : all()) {
            Kind kind = Kind.of(file.getFileName().toString()).orElseThrow();
            for (String each : hostile) {
                String text = "env Env ENV environ getenv Settings onfigService $ %env( @Value\n<?php <% <script>"
                        + each.repeat(8_000 / each.length());

                assertThat(found(kind, text)).isNotNull();
            }
        }
    }

    /** One file of each sort. */
    private static List<Path> all() {
        return List.of(
                Path.of("a.js"),
                Path.of("a.ts"),
                Path.of("a.vue"),
                Path.of("a.py"),
                Path.of("a.go"),
                Path.of("a.java"),
                Path.of("a.kt"),
                Path.of("a.scala"),
                Path.of("a.groovy"),
                Path.of("a.rb"),
                Path.of("a.erb"),
                Path.of("a.php"),
                Path.of("a.rs"),
                Path.of("a.cs"),
                Path.of("a.fs"),
                Path.of("a.vb"),
                Path.of("a.swift"),
                Path.of("a.dart"),
                Path.of("a.c"),
                Path.of("a.ex"),
                Path.of("a.lua"),
                Path.of("a.pl"),
                Path.of("a.prisma"),
                Path.of("a.sh"),
                Path.of("a.yml"),
                Path.of("application.yml"),
                Path.of("Dockerfile"),
                Path.of("Makefile"));
    }
}
