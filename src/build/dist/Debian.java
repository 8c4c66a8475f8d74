import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/** A package for Debian and what descends from it: the installation below /usr/lib, and the places where people look for the program, its manual and its completions. */
final class Debian {
    private static final Map<String, String> ARCHITECTURES = Map.of("x86_64", "amd64", "aarch_64", "arm64");

    private Debian() {}

    /** A version that sorts before the release that it leads to. */
    static String version(String version) {
        return version.replace("-SNAPSHOT", "~snapshot");
    }

    static String architecture(String machine) {
        return ARCHITECTURES.getOrDefault(machine, machine);
    }

    static byte[] of(Tree installation, Tree share, String version, String machine, Archives archives) {
        Tree data =
                new Tree().all("usr/lib/envgate/", installation).link("usr/bin/envgate", "../lib/envgate/bin/envgate");
        share.forEach((path, node) -> {
            if (node instanceof Tree.Node.File file) {
                switch (path) {
                    case "completions/envgate.bash" ->
                        data.file("usr/share/bash-completion/completions/envgate", file.bytes(), false);
                    case "completions/_envgate" ->
                        data.file("usr/share/zsh/vendor-completions/_envgate", file.bytes(), false);
                    case "completions/envgate.fish" ->
                        data.file("usr/share/fish/vendor_completions.d/envgate.fish", file.bytes(), false);
                    case "LICENSE" -> data.file("usr/share/doc/envgate/copyright", file.bytes(), false);
                    case "CHANGELOG.md" ->
                        data.file("usr/share/doc/envgate/changelog.gz", archives.gzip(file.bytes()), false);
                    default -> {
                        if (path.startsWith("man/")) {
                            data.file("usr/share/" + path + ".gz", archives.gzip(file.bytes()), false);
                        }
                    }
                }
            }
        });
        Tree control = new Tree()
                .file("control", control(data, version, machine).getBytes(StandardCharsets.UTF_8), false)
                .file("md5sums", sums(data).getBytes(StandardCharsets.UTF_8), false);
        SequencedMap<String, byte[]> members = new LinkedHashMap<>();
        members.put("debian-binary", "2.0\n".getBytes(StandardCharsets.US_ASCII));
        members.put("control.tar.gz", archives.gzip(archives.tar(new Tree().all("./", control))));
        members.put("data.tar.gz", archives.gzip(archives.tar(new Tree().all("./", data))));
        return archives.ar(members);
    }

    private static String control(Tree data, String version, String machine) {
        return """
                Package: envgate
                Version: %s
                Architecture: %s
                Maintainer: The envgate authors <noreply@envgate.dev>
                Installed-Size: %d
                Depends: libc6, zlib1g
                Section: devel
                Priority: optional
                Homepage: https://github.com/OWNER/envgate
                Description: gate in front of deploys to Amazon ECS
                 envgate compares the variables that an application declares with Terraform,
                 with the stores and with the running ECS service, and closes the deploy when
                 one that is needed would not reach the container. It brings a Java runtime of
                 its own.
                """.formatted(version(version), architecture(machine), (data.size() + 1023) / 1024);
    }

    private static String sums(Tree data) {
        StringBuilder sums = new StringBuilder();
        data.forEach((path, node) -> {
            if (node instanceof Tree.Node.File file) {
                sums.append(digest("MD5", file.bytes()))
                        .append("  ")
                        .append(path)
                        .append('\n');
            }
        });
        return sums.toString();
    }

    static String digest(String algorithm, byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
