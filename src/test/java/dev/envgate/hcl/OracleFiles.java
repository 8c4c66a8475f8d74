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
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Compares our verdict on files with that of {@code terraform fmt}; {@code src/test/oracle/fmt-verdicts.sh} calls it. */
final class OracleFiles {
    private static final int FILES_A_FOLDER = 1000;
    private static final int LONGEST = 20_000;
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    /** Bytes as Latin-1: the first byte of a character of two or three without what would have to follow. */
    private static final Pattern BROKEN_NAME =
            Pattern.compile("[\\xC4-\\xDE](?![\\x80-\\xBF])|[\\xE4-\\xED](?![\\x80-\\xBF]{2})");

    private OracleFiles() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path path = Path.of(arguments[1]);
        switch (arguments[0]) {
            case "record" -> record(path);
            case "files" -> report(path);
            case "mutate" -> {
                Path folder = Files.createTempDirectory("spoiled");
                spoil(List.of(path), folder, Integer.parseInt(arguments[2]), Long.parseLong(arguments[3]));
                report(folder);
            }
            default -> throw new IllegalArgumentException("record, files or mutate");
        }
    }

    /** Asks about every text of a table again and rewrites the verdicts. */
    private static void record(Path table) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("verdicts");
        List<VerdictTable.Case> cases = VerdictTable.read(table);
        for (int i = 0; i < cases.size(); i++) {
            write(folder, i, bytes(cases.get(i).text()));
        }
        Set<Path> refused = TerraformFmt.refused(folder);
        List<String> lines = new ArrayList<>(VerdictTable.remarks(table));
        for (int i = 0; i < cases.size(); i++) {
            lines.add(VerdictTable.line(
                    new VerdictTable.Case(cases.get(i).text(), !refused.contains(Path.of(folderOf(i), nameOf(i))))));
        }
        Files.write(table, lines);
    }

    private static void report(Path folder) throws IOException, InterruptedException {
        Set<Path> theirs = TerraformFmt.refused(folder);
        List<String> differences = differences(folder, theirs);
        differences.forEach(OUT::println);
        OUT.printf(
                "%d files, %d refused by terraform, %d differences%n",
                sources(folder).size(), theirs.size(), differences.size());
    }

    /**
     * The files below a folder on which the verdicts differ, as lines for {@code verdicts.tsv} with the verdict of Terraform.
     *
     * @param theirs what Terraform refuses
     */
    static List<String> differences(Path folder, Set<Path> theirs) throws IOException {
        Set<Path> ours = refused(folder);
        Set<Path> either = new TreeSet<>(theirs);
        either.addAll(ours);
        List<String> differences = new ArrayList<>();
        for (Path file : either) {
            byte[] bytes = Files.readAllBytes(folder.resolve(file));
            boolean knowingly = ours.contains(file) && namesWithBrokenBytes(bytes);
            if (theirs.contains(file) != ours.contains(file) && !knowingly) {
                String text = new String(bytes, StandardCharsets.UTF_8);
                differences.add(VerdictTable.line(new VerdictTable.Case(text, ours.contains(file))));
            }
        }
        return differences;
    }

    /** HashiCorp's lexer takes any bytes for letters of a name that follow some first bytes; such a name is refused here. */
    private static boolean namesWithBrokenBytes(byte[] bytes) {
        return BROKEN_NAME
                .matcher(new String(bytes, StandardCharsets.ISO_8859_1))
                .find();
    }

    /** The files at and below a folder, relative to it, that envgate cannot read. */
    private static Set<Path> refused(Path folder) throws IOException {
        Workspace workspace = new Directories(folder, List.of(folder));
        Set<Path> refused = new HashSet<>();
        for (Path source : sources(folder)) {
            Path file = source.toAbsolutePath();
            if (!accepts(workspace.read(file)) && !accepts(workspace.readTolerantly(file))) {
                refused.add(folder.relativize(source));
            }
        }
        return refused;
    }

    private static boolean accepts(Workspace.Read read) {
        return read instanceof Workspace.Read.Found(SourceFile file)
                && HclParser.parseFile(file).ok();
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
                        case 3, 4, 5 -> bytes(mutator.mutate(mutator.excerpt(text(source), 30)));
                        case 6 -> wrecker.wreck(composer.file());
                        case 7 -> wrecker.wreck(mutator.excerpt(text(source), 30));
                        default -> wrecker.wreck(text(source));
                    });
        }
    }

    private static String text(Path source) throws IOException {
        String text = new String(Files.readAllBytes(source), StandardCharsets.UTF_8);
        return text.substring(0, Math.min(text.length(), LONGEST));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void write(Path to, int number, byte[] content) throws IOException {
        Path folder = Files.createDirectories(to.resolve(folderOf(number)));
        Files.write(folder.resolve(nameOf(number)), content);
    }

    private static String folderOf(int number) {
        return "d" + number / FILES_A_FOLDER;
    }

    private static String nameOf(int number) {
        return "f%06d.tf".formatted(number);
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
