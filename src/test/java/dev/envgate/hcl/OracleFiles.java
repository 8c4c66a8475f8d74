package dev.envgate.hcl;

import dev.envgate.text.Directories;
import dev.envgate.text.SourceFile;
import dev.envgate.text.Workspace;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/** Writes and judges the files that {@code src/test/oracle/fmt-verdicts.sh} shows to terraform as well. */
final class OracleFiles {
    private static final int FILES_A_FOLDER = 1000;
    private static final int LONGEST = 20_000;
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private OracleFiles() {}

    public static void main(String[] arguments) throws IOException {
        switch (arguments[0]) {
            case "mutate" ->
                spoil(
                        List.of(Path.of(arguments[1])),
                        Path.of(arguments[2]),
                        Integer.parseInt(arguments[3]),
                        Long.parseLong(arguments[4]));
            case "cases" -> cases(VerdictTable.read(Path.of(arguments[1])), Path.of(arguments[2]));
            case "judge" -> judge(Path.of(arguments[1]));
            default -> throw new IllegalArgumentException("mutate, cases or judge");
        }
    }

    /** Writes so many files that are composed, invented, or spoiled in the text or as bytes; always the same for a seed. */
    static void spoil(List<Path> folders, Path to, int count, long seed) throws IOException {
        List<Path> sources = new ArrayList<>();
        for (Path folder : folders) {
            sources.addAll(sources(folder));
        }
        Mutator mutator = new Mutator(seed);
        Composer composer = new Composer(seed);
        Wrecker wrecker = new Wrecker(seed);
        Random random = new Random(seed);
        for (int i = 0; i < count; i++) {
            Path source = sources.get(random.nextInt(sources.size()));
            write(
                    to,
                    i,
                    switch (random.nextInt(9)) {
                        case 0 -> bytes(composer.file());
                        case 1 -> bytes(mutator.mutate(composer.file()));
                        case 2 -> bytes(mutator.invent());
                        case 3, 4, 5 -> bytes(mutant(mutator, source));
                        case 6 -> wrecker.wreck(composer.file());
                        case 7 -> wrecker.wreck(mutator.excerpt(text(source), 30));
                        default -> wrecker.wreck(text(source));
                    });
        }
    }

    private static String mutant(Mutator mutator, Path source) throws IOException {
        return mutator.mutate(mutator.excerpt(text(source), 30));
    }

    private static String text(Path source) throws IOException {
        String text = new String(Files.readAllBytes(source), StandardCharsets.UTF_8);
        return text.substring(0, Math.min(text.length(), LONGEST));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void cases(List<VerdictTable.Case> cases, Path to) throws IOException {
        for (int i = 0; i < cases.size(); i++) {
            write(to, i, bytes(cases.get(i).text()));
        }
    }

    private static void write(Path to, int number, byte[] content) throws IOException {
        Path folder = Files.createDirectories(to.resolve("d" + number / FILES_A_FOLDER));
        Files.write(folder.resolve("f%06d.tf".formatted(number)), content);
    }

    private static void judge(Path folder) throws IOException {
        Set<Path> refused = refused(folder);
        for (Path source : sources(folder)) {
            OUT.println(
                    source.getFileName() + "\t" + (refused.contains(folder.relativize(source)) ? "reject" : "accept"));
        }
    }

    /** The files at and below a folder, relative to it, that envgate cannot read. */
    static Set<Path> refused(Path folder) throws IOException {
        Workspace workspace = new Directories(folder, List.of(folder));
        Set<Path> refused = new HashSet<>();
        for (Path source : sources(folder)) {
            if (!accepts(workspace.read(source)) && !accepts(workspace.readTolerantly(source))) {
                refused.add(folder.relativize(source));
            }
        }
        return refused;
    }

    private static boolean accepts(Workspace.Read read) {
        return read instanceof Workspace.Read.Found(SourceFile file)
                && HclParser.parseFile(file).ok();
    }

    private static List<Path> sources(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(each -> each.toString().endsWith(".tf"))
                    .sorted()
                    .toList();
        }
    }
}
