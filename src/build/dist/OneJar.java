import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * The program and its libraries as one jar. Lists of services are joined, every library's licence and notice are kept under its name, and what only other tools read is left out. Two files of one name that say
 * different things end the build: one of them would be lost.
 */
final class OneJar {
    private final SequencedMap<String, byte[]> files = new TreeMap<>();

    /** The files of a jar with the program first and its libraries behind it. */
    static SequencedMap<String, byte[]> of(Path program, List<Path> libraries) throws IOException {
        OneJar jar = new OneJar();
        jar.add(program);
        for (Path library : libraries) {
            jar.add(library);
        }
        SequencedMap<String, byte[]> all = new LinkedHashMap<>();
        all.put("META-INF/MANIFEST.MF", manifest(jar.files.remove("META-INF/MANIFEST.MF")));
        all.putAll(jar.files);
        return all;
    }

    private static byte[] manifest(byte[] ofTheProgram) throws IOException {
        Manifest manifest = new Manifest(new ByteArrayInputStream(ofTheProgram));
        manifest.getMainAttributes().remove(Attributes.Name.CLASS_PATH);
        manifest.getMainAttributes().put(Attributes.Name.MULTI_RELEASE, "true");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        manifest.write(out);
        return out.toByteArray();
    }

    private void add(Path jar) throws IOException {
        String name = jar.getFileName().toString().replaceFirst("\\.jar$", "");
        try (ZipInputStream from = new ZipInputStream(Files.newInputStream(jar))) {
            for (Optional<ZipEntry> entry = Optional.ofNullable(from.getNextEntry());
                    entry.isPresent();
                    entry = Optional.ofNullable(from.getNextEntry())) {
                if (!entry.get().isDirectory()) {
                    add(name, entry.get().getName(), from.readAllBytes());
                }
            }
        }
    }

    private void add(String jar, String path, byte[] bytes) {
        if (path.equals("META-INF/MANIFEST.MF")) {
            files.putIfAbsent(path, bytes);
        } else if (path.startsWith("META-INF/services/")) {
            files.merge(path, bytes, OneJar::joined);
        } else if (path.matches("META-INF/(\\w*LICENSE|\\w*NOTICE)[^/]*|(LICENSE|NOTICE)[^/]*")) {
            files.put("META-INF/licenses/" + jar + "/" + path.substring(path.lastIndexOf('/') + 1), bytes);
        } else if (!isForOthers(path)) {
            byte[] there = files.putIfAbsent(path, bytes);
            if (there != null && !Arrays.equals(there, bytes)) {
                throw new IllegalStateException(
                        "Two libraries have another `" + path + "`; the second one is " + jar + ".");
            }
        }
    }

    /** Modules, Maven, OSGi and native images: nothing that a class path looks at. */
    private static boolean isForOthers(String path) {
        return path.endsWith("module-info.class")
                || path.startsWith("META-INF/maven/")
                || path.startsWith("META-INF/native-image/")
                || path.startsWith("META-INF/versions/9/OSGI-INF/")
                || path.equals("META-INF/INDEX.LIST");
    }

    private static byte[] joined(byte[] one, byte[] other) {
        String both = new String(one, StandardCharsets.UTF_8).stripTrailing() + "\n"
                + new String(other, StandardCharsets.UTF_8).strip() + "\n";
        return both.getBytes(StandardCharsets.UTF_8);
    }
}
