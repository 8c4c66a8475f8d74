import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Makes of what Maven has built all that users install (decision 027): the libraries thinned, a Java runtime, the manual and the completions that the program itself prints; and of that one tree the archives, the
 * package, the image, the jar, and their checksums. Two builds of one commit give the same bytes.
 *
 * <p>Usage: {@code java Pack.java PROJECT VERSION TIME MODULES}; {@code target/envgate.jar} and {@code target/lib} have to be there.
 */
public final class Pack {
    private final Path project;
    private final Path target;
    private final Path dist;
    private final String version;
    private final Instant time;
    private final Archives archives;

    private Pack(Path project, String version, Instant time) {
        this.project = project;
        this.target = project.resolve("target");
        this.dist = target.resolve("dist");
        this.version = version;
        this.time = time;
        this.archives = new Archives(time);
    }

    /** Packs everything for the system that it runs on. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        new Pack(Path.of(arguments[0]), arguments[1], Instant.parse(arguments[2])).run(arguments[3]);
    }

    private void run(String modules) throws IOException, InterruptedException {
        Path work = target.resolve("packing");
        clear(work);
        clear(dist);
        Files.createDirectories(work);
        Files.createDirectories(dist);
        Path libraries = work.resolve("lib");
        Thin.main(new String[] {
            target.resolve("envgate.jar").toString(), target.resolve("lib").toString(), libraries.toString()
        });
        Path runtime = runtime(work, modules);
        Path jar = dist.resolve("envgate-" + version + ".jar");
        Files.write(jar, archives.zip(OneJar.of(target.resolve("envgate.jar"), sorted(libraries))));

        Tree program = new Tree()
                .file("app/envgate.jar", target.resolve("envgate.jar"))
                .all("app/lib/", libraries);
        Tree launchers = new Tree()
                .file("bin/envgate", Files.readAllBytes(project.resolve("bin/envgate")), true)
                .file("bin/envgate.cmd", Files.readAllBytes(project.resolve("bin/envgate.cmd")), false);
        Tree share = share(work, runtime, jar);
        Tree papers = papers();
        Tree installation = new Tree().all("", launchers).all("", program).all("runtime/", runtime);
        Tree all = new Tree()
                .all(
                        "envgate-" + version + "/",
                        new Tree().all("", installation).all("share/", share).all("", papers));
        String name = "envgate-" + version + "-" + system() + "-" + machine();
        Files.write(dist.resolve(name + ".tar.gz"), archives.gzip(archives.tar(all)));
        Files.write(dist.resolve(name + ".zip"), archives.zip(all));
        if (system().equals("linux")) {
            Files.write(
                    dist.resolve("envgate_" + Debian.version(version) + "_" + Debian.architecture(machine()) + ".deb"),
                    Debian.of(installation, new Tree().all("", share).all("", papers), version, machine(), archives));
            Files.write(
                    dist.resolve(name + "-image.tar"),
                    new Image(version, machine(), archives, time).of(runtime, program));
        }
        Files.copy(target.resolve("sbom/envgate.cdx.json"), dist.resolve("envgate.cdx.json"));
        sums();
    }

    /**
     * The parts of the runtime that the program uses. The archive of classes for heaps above 32 GB is of no use to it, and the other one
     * depends on how long the path is where it is made: it is made where that is the same for every checkout.
     */
    private Path runtime(Path work, String modules) throws IOException, InterruptedException {
        Path runtime = work.resolve("runtime");
        Path place = Path.of(System.getProperty("java.io.tmpdir"), "envgate-%016x".formatted(System.nanoTime()));
        link(place, modules);
        try (Stream<Path> found = Files.walk(place)) {
            for (Path each :
                    found.filter(each -> !each.endsWith("classes_nocoops.jsa")).toList()) {
                Path copy = runtime.resolve(place.relativize(each).toString());
                Files.copy(each, copy, StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
            }
        }
        try (Stream<Path> found = Files.walk(place)) {
            for (Path each : found.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
        return runtime;
    }

    /** In a process of its own, which begins there too: that one dumps the archive, and it knows where it was started. */
    private static void link(Path runtime, String modules) throws IOException, InterruptedException {
        ProcessBuilder jlink = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jlink").toString(),
                        "--add-modules",
                        modules,
                        "--no-header-files",
                        "--no-man-pages",
                        "--strip-debug",
                        "--compress=zip-0",
                        "--generate-cds-archive",
                        "--output",
                        runtime.toString())
                .directory(new File(System.getProperty("java.io.tmpdir")))
                .inheritIO();
        jlink.environment().keySet().removeIf(each -> each.endsWith("PWD") || each.equals("CLASSPATH"));
        int status = jlink.start().waitFor();
        if (status != 0) {
            throw new IllegalStateException("jlink ended with " + status + ".");
        }
    }

    /** The manual and what shells complete with, as the packed program itself prints them. */
    private static Tree share(Path work, Path runtime, Path jar) throws IOException, InterruptedException {
        Path pages = Files.createDirectories(work.resolve("man"));
        printed(work, runtime, jar, "man", "--output", pages.toString());
        return new Tree()
                .all("man/man1/", pages)
                .file("completions/envgate.bash", printed(work, runtime, jar, "completion", "bash"), false)
                .file("completions/_envgate", printed(work, runtime, jar, "completion", "zsh"), false)
                .file("completions/envgate.fish", printed(work, runtime, jar, "completion", "fish"), false)
                .file("completions/envgate.ps1", printed(work, runtime, jar, "completion", "powershell"), false);
    }

    private static byte[] printed(Path work, Path runtime, Path jar, String... arguments)
            throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of(runtime.resolve("bin/java").toString(), "-jar", jar.toString()));
        command.addAll(List.of(arguments));
        Path out = work.resolve("printed");
        int status = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start()
                .waitFor();
        if (status != 0) {
            throw new IllegalStateException("envgate " + List.of(arguments) + " ended with " + status + ".");
        }
        return Files.readAllBytes(out);
    }

    private Tree papers() throws IOException {
        Tree papers = new Tree();
        for (String file : List.of("LICENSE", "README.md", "CHANGELOG.md")) {
            papers.file(file, Files.readAllBytes(project.resolve(file)), false);
        }
        return papers;
    }

    /** As {@code sha256sum --check} reads it. */
    private void sums() throws IOException {
        StringBuilder sums = new StringBuilder();
        for (Path each : sorted(dist)) {
            sums.append(Debian.digest("SHA-256", Files.readAllBytes(each)))
                    .append("  ")
                    .append(each.getFileName())
                    .append('\n');
        }
        Files.writeString(dist.resolve("SHA256SUMS"), sums);
    }

    private static String system() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return name.startsWith("mac") ? "osx" : name.startsWith("windows") ? "windows" : name;
    }

    private static String machine() {
        String name = System.getProperty("os.arch");
        return switch (name) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64" -> "aarch_64";
            default -> name;
        };
    }

    private static List<Path> sorted(Path directory) throws IOException {
        try (Stream<Path> found = Files.list(directory)) {
            return found.sorted().toList();
        }
    }

    private static void clear(Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (Stream<Path> found = Files.walk(directory)) {
                for (Path each : found.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }
}
