import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An image for containers, as the Open Container Initiative specifies its layout, with Docker's list of contents beside it so that {@code docker load} reads it too. It is made of nothing but the program, its
 * runtime and the files of the C library that the runtime is linked with: no shell, no package manager, nobody but a user without rights (decision 027).
 */
final class Image {
    private static final String HOME = "opt/envgate/";
    private static final Map<String, String> ARCHITECTURES = Map.of("x86_64", "amd64", "aarch_64", "arm64");

    private final String version;
    private final String machine;
    private final Archives archives;
    private final Instant time;

    Image(String version, String machine, Archives archives, Instant time) {
        this.version = version;
        this.machine = machine;
        this.archives = archives;
        this.time = time;
    }

    /** The layers are the runtime, which seldom changes, and the program. */
    byte[] of(Path runtime, Tree program) {
        Tree below = new Tree()
                .all(HOME + "runtime/", runtime)
                .directory("repository")
                .directory("proc")
                .directory("tmp");
        below.file("etc/passwd", text("envgate:x:65532:65532:envgate:/:/nonexistent\n"), false);
        below.file("etc/group", text("envgate:x:65532:\n"), false);
        below.file("etc/nsswitch.conf", text("hosts: files dns\n"), false);
        system(runtime).forEach(library -> below.file(library.substring(1), Path.of(library)));
        for (String name : List.of("libc6", "zlib1g")) {
            Path copyright = Path.of("/usr/share/doc", name, "copyright");
            if (Files.exists(copyright)) {
                below.file("usr/share/doc/" + name + "/copyright", copyright);
            }
        }
        return archives.tar(layout(List.of(archives.tar(below), archives.tar(new Tree().all(HOME, program)))));
    }

    private Tree layout(List<byte[]> layers) {
        Tree layout = new Tree().file("oci-layout", text("{\"imageLayoutVersion\":\"1.0.0\"}"), false);
        List<String> descriptors = new ArrayList<>();
        List<String> paths = new ArrayList<>();
        for (byte[] layer : layers) {
            byte[] packed = archives.gzip(layer);
            descriptors.add(descriptor("application/vnd.oci.image.layer.v1.tar+gzip", packed));
            paths.add(quoted(blob(layout, packed)));
        }
        byte[] config = text(config(layers.stream()
                .map(layer -> quoted("sha256:" + Debian.digest("SHA-256", layer)))
                .collect(Collectors.joining(","))));
        byte[] manifest = text("""
                {"schemaVersion":2,"mediaType":"application/vnd.oci.image.manifest.v1+json","config":%s,"layers":[%s]}""".formatted(
                        descriptor("application/vnd.oci.image.config.v1+json", config), String.join(",", descriptors)));
        String entry = descriptor("application/vnd.oci.image.manifest.v1+json", manifest);
        String named = entry.substring(0, entry.length() - 1)
                + ",\"annotations\":{\"org.opencontainers.image.ref.name\":" + quoted(version) + "}}";
        blob(layout, manifest);
        layout.file(
                "index.json",
                text("{\"schemaVersion\":2,\"mediaType\":\"application/vnd.oci.image.index.v1+json\",\"manifests\":["
                        + named + "]}"),
                false);
        return layout.file(
                "manifest.json",
                text("[{\"Config\":%s,\"RepoTags\":[%s],\"Layers\":[%s]}]"
                        .formatted(
                                quoted(blob(layout, config)), quoted("envgate:" + version), String.join(",", paths))),
                false);
    }

    private String config(String layers) {
        String entrypoint = Stream.of(
                        "/opt/envgate/runtime/bin/java",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:CompileThresholdScaling=4",
                        "-XX:-UsePerfData",
                        "-XX:+UseParallelGC",
                        "-Xmx1g",
                        "-Xlog:disable",
                        "-Djdk.console=java.base",
                        "-Dhttp.maxConnections=64",
                        "-cp",
                        "/opt/envgate/app/envgate.jar",
                        "dev.envgate.cli.Main")
                .map(Image::quoted)
                .collect(Collectors.joining(","));
        return """
                {"created":"%s","architecture":"%s","os":"linux","config":{"User":"65532:65532","WorkingDir":"/repository",\
                "Env":["PATH=/opt/envgate/runtime/bin","LANG=C.UTF-8"],"Entrypoint":[%s],\
                "Labels":{"org.opencontainers.image.title":"envgate","org.opencontainers.image.version":"%s",\
                "org.opencontainers.image.licenses":"Apache-2.0"}},"rootfs":{"type":"layers","diff_ids":[%s]}}""".formatted(time, ARCHITECTURES.getOrDefault(machine, machine), entrypoint, version, layers);
    }

    /** The libraries of the system that the runtime is linked with, as the loader finds them here, and those that the C library opens by itself to find a host. */
    private static SortedSet<String> system(Path runtime) {
        SortedSet<String> libraries = new TreeSet<>();
        try (Stream<Path> found = Files.walk(runtime)) {
            for (Path each : found.filter(Files::isRegularFile)
                    .filter(each -> each.endsWith("bin/java") || each.toString().endsWith(".so"))
                    .toList()) {
                Process ldd = new ProcessBuilder("ldd", each.toString()).start();
                for (String line :
                        new String(ldd.getInputStream().readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                    String path = line.replaceFirst("^.*=> ", "")
                            .replaceFirst(" \\(0x.*", "")
                            .strip();
                    if (path.startsWith("/") && !path.startsWith(runtime.toString())) {
                        libraries.add(path);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Path c = Path.of(libraries.stream()
                .filter(each -> each.endsWith("/libc.so.6"))
                .findFirst()
                .orElseThrow());
        for (String name : List.of("libnss_files.so.2", "libnss_dns.so.2", "libresolv.so.2")) {
            if (Files.exists(c.resolveSibling(name))) {
                libraries.add(c.resolveSibling(name).toString());
            }
        }
        return libraries;
    }

    private static String blob(Tree layout, byte[] bytes) {
        String path = "blobs/sha256/" + Debian.digest("SHA-256", bytes);
        layout.file(path, bytes, false);
        return path;
    }

    private static String descriptor(String type, byte[] bytes) {
        return "{\"mediaType\":%s,\"digest\":%s,\"size\":%d}"
                .formatted(quoted(type), quoted("sha256:" + Debian.digest("SHA-256", bytes)), bytes.length);
    }

    private static String quoted(String text) {
        return '"' + text + '"';
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
