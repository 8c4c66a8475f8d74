package dev.envgate.hcl;

import dev.envgate.text.SourceFile;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
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
                mutate(
                        sources(Path.of(arguments[1])),
                        Path.of(arguments[2]),
                        Integer.parseInt(arguments[3]),
                        Long.parseLong(arguments[4]));
            case "cases" -> cases(VerdictTable.read(Path.of(arguments[1])), Path.of(arguments[2]));
            case "judge" -> judge(Path.of(arguments[1]));
            default -> throw new IllegalArgumentException("mutate, cases or judge");
        }
    }

    private static void mutate(List<Path> sources, Path to, int count, long seed) throws IOException {
        Mutator mutator = new Mutator(seed);
        Composer composer = new Composer(seed);
        Random random = new Random(seed);
        for (int i = 0; i < count; i++) {
            String text = switch (random.nextInt(sources.isEmpty() ? 3 : 6)) {
                case 0 -> composer.file();
                case 1 -> mutator.mutate(composer.file());
                case 2 -> mutator.invent();
                default -> mutant(mutator, sources.get(random.nextInt(sources.size())));
            };
            write(to, i, text);
        }
    }

    private static String mutant(Mutator mutator, Path source) throws IOException {
        String text = new String(Files.readAllBytes(source), StandardCharsets.UTF_8);
        return mutator.mutate(mutator.excerpt(text.substring(0, Math.min(text.length(), LONGEST)), 30));
    }

    private static void cases(List<VerdictTable.Case> cases, Path to) throws IOException {
        for (int i = 0; i < cases.size(); i++) {
            write(to, i, cases.get(i).text());
        }
    }

    private static void write(Path to, int number, String text) throws IOException {
        Path folder = Files.createDirectories(to.resolve("d" + number / FILES_A_FOLDER));
        Files.write(folder.resolve("f%06d.tf".formatted(number)), text.getBytes(StandardCharsets.UTF_8));
    }

    private static void judge(Path folder) throws IOException {
        for (Path source : sources(folder)) {
            OUT.println(source.getFileName() + "\t" + verdict(source));
        }
    }

    private static String verdict(Path source) throws IOException {
        try {
            String text = Files.readString(source);
            return HclParser.parseFile(new SourceFile(source.toString(), text)).ok() ? "accept" : "reject";
        } catch (MalformedInputException e) {
            return "reject";
        }
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
