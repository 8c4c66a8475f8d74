package dev.envgate.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.DeflaterOutputStream;

/** A git repository of a few small files, written without git: {@link Rehearsal} has to find a change in it, wherever it runs. */
record LooseRepository(Path git) {
    private static final String WHO = "rehearsal <rehearsal@example.com> 1000000000 +0000";

    /** An empty one. */
    static LooseRepository init(Path directory) throws IOException {
        Path git = directory.resolve(".git");
        Files.createDirectories(git.resolve("objects/pack"));
        Files.createDirectories(git.resolve("refs/heads"));
        return new LooseRepository(git);
    }

    /** Makes a commit of files without directories, and gives its id. */
    String commit(List<String> parents, Map<String, String> files) throws IOException {
        ByteArrayOutputStream tree = new ByteArrayOutputStream();
        for (Map.Entry<String, String> file : new TreeMap<>(files).entrySet()) {
            tree.writeBytes(("100644 " + file.getKey() + "\0").getBytes(StandardCharsets.UTF_8));
            tree.writeBytes(
                    HexFormat.of().parseHex(object("blob", file.getValue().getBytes(StandardCharsets.UTF_8))));
        }
        StringBuilder text = new StringBuilder("tree " + object("tree", tree.toByteArray()) + "\n");
        parents.forEach(parent -> text.append("parent ").append(parent).append('\n'));
        text.append("author %s\ncommitter %s\n\nA change.\n".formatted(WHO, WHO));
        return object("commit", text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Makes a commit the one that is checked out. */
    void checkOut(String commit) throws IOException {
        Files.writeString(git.resolve("HEAD"), "ref: refs/heads/main\n");
        Files.writeString(git.resolve("refs/heads/main"), commit + "\n");
    }

    private String object(String type, byte[] content) throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes((type + " " + content.length + "\0").getBytes(StandardCharsets.US_ASCII));
        whole.writeBytes(content);
        String id = HexFormat.of().formatHex(sha1(whole.toByteArray()));
        Path file = git.resolve("objects").resolve(id.substring(0, 2)).resolve(id.substring(2));
        Files.createDirectories(file.resolveSibling("."));
        try (DeflaterOutputStream out = new DeflaterOutputStream(Files.newOutputStream(file))) {
            whole.writeTo(out);
        }
        return id;
    }

    private static byte[] sha1(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-1").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-1", e);
        }
    }
}
