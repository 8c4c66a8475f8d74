package dev.envgate.cli;

import dev.envgate.text.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes proven patches: each file whole or not at all, and only when it still is what the proof was made with. */
record PatchedFiles(Console console) {
    private static final String MARK = "\uFEFF";

    void write(Drafts before, List<Repairing.Result> results) throws Misuse {
        Map<Path, String> texts = new LinkedHashMap<>();
        for (Repairing.Result each : results) {
            if (each instanceof Repairing.Result.Patched patched) {
                texts.putAll(patched.after().texts());
            }
        }
        for (Path each : texts.keySet()) {
            requireAsRead(each, before.read(each));
        }
        for (Map.Entry<Path, String> each : texts.entrySet()) {
            Optional<SourceFile> old = before.read(each.getKey());
            if (old.isPresent()) {
                write(each.getKey(), old.get(), each.getValue());
            } else {
                create(each.getKey(), each.getValue());
            }
        }
    }

    /** Before the first is written, none may have become another. */
    private void requireAsRead(Path path, Optional<SourceFile> old) throws Misuse {
        if (old.isEmpty() && Files.exists(path)) {
            throw new Misuse(
                    "`" + shown(path) + "` is there already, and nothing was written.",
                    "move it away, and run this again.");
        }
        if (old.isPresent() && !withoutMark(bytes(path)).equals(old.get().text())) {
            throw new Misuse(
                    "`%s` has changed since it was read, and nothing was written."
                            .formatted(old.get().path()),
                    "run it again.");
        }
    }

    private String shown(Path path) {
        return console.directory().relativize(path).toString();
    }

    private void create(Path path, String text) throws Misuse {
        try {
            Files.createDirectories(path.resolveSibling(""));
        } catch (IOException e) {
            throw new Misuse(
                    "The directory of `" + shown(path) + "` could not be made.", "make it, and run this again.");
        }
        new WholeFile(path).write(text, "`" + shown(path) + "`");
        console.out().println("written: " + shown(path));
    }

    private void write(Path path, SourceFile old, String text) throws Misuse {
        String mark = bytes(path).startsWith(MARK) ? MARK : "";
        new WholeFile(real(path)).write(mark + text, "`" + old.path() + "`");
        console.out().println("written: " + old.path());
    }

    private static String withoutMark(String text) {
        return text.startsWith(MARK) ? text.substring(MARK.length()) : text;
    }

    private static String bytes(Path path) throws Misuse {
        try {
            return new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new Misuse("A file could not be read again.", "run it again.");
        }
    }

    /** A link stays one, and the file that it leads to is written. */
    private static Path real(Path path) throws Misuse {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            throw new Misuse("A file could not be read again.", "run it again.");
        }
    }
}
