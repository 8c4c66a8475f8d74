import com.sun.management.ThreadMXBean;
import dev.envgate.hcl.HclParser;
import dev.envgate.text.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Tells how many bytes parsing allocates for each byte of Terraform, over all files of a directory, once the classes are there. */
final class Counts {
    public static void main(String[] arguments) throws IOException {
        List<SourceFile> files;
        try (Stream<Path> found = Files.walk(Path.of(arguments[0]))) {
            files = found.filter(each -> each.toString().endsWith(".tf"))
                    .sorted()
                    .map(Counts::read)
                    .toList();
        }
        parse(files);
        long bytes = files.stream().mapToLong(each -> each.text().length()).sum();
        System.out.println(parse(files) / bytes);
    }

    private static long parse(List<SourceFile> files) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        files.forEach(HclParser::parseFile);
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    private static SourceFile read(Path file) {
        try {
            return new SourceFile(file.toString(), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
