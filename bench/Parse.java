import dev.envgate.hcl.HclParser;
import dev.envgate.text.SourceFile;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Parses all Terraform files of a directory again and again, and prints megabytes of text for each second of processor time. */
final class Parse {
    private static final int ROUNDS = 40;
    private static final int COUNTED = 20;

    public static void main(String[] arguments) throws IOException {
        List<SourceFile> files = read(Path.of(arguments[0]));
        double megabytes = files.stream().mapToLong(file -> file.text().length()).sum() / 1e6;
        double[] speeds = new double[COUNTED];
        for (int round = 0; round < ROUNDS; round++) {
            speeds[round % COUNTED] = megabytes / seconds(files);
        }
        Arrays.sort(speeds);
        System.out.printf(
                "%,d files, %.1f MB: median %.0f MB/s, from %.0f to %.0f, in the last %d of %d rounds%n",
                files.size(), megabytes, speeds[COUNTED / 2], speeds[0], speeds[COUNTED - 1], COUNTED, ROUNDS);
    }

    private static double seconds(List<SourceFile> files) {
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        for (SourceFile file : files) {
            if (!HclParser.parseFile(file).ok()) {
                throw new IllegalStateException("does not parse: " + file);
            }
        }
        return (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before) / 1e9;
    }

    private static List<SourceFile> read(Path folder) throws IOException {
        List<SourceFile> files = new ArrayList<>();
        try (Stream<Path> paths = Files.list(folder)) {
            for (Path path : paths.filter(each -> each.toString().endsWith(".tf")).sorted().toList()) {
                files.add(new SourceFile(path.toString(), Files.readString(path)));
            }
        }
        return files;
    }
}
