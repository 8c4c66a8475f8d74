package dev.envgate.cli;

import dev.envgate.text.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
        for (Map.Entry<Path, String> each : texts.entrySet()) {
            SourceFile old = before.read(each.getKey())
                    .orElseThrow(() -> new Misuse("A file is gone that was there a moment ago.", "run it again."));
            write(each.getKey(), old, each.getValue());
        }
    }

    private void write(Path path, SourceFile old, String text) throws Misuse {
        String there = bytes(path);
        String mark = there.startsWith(MARK) ? MARK : "";
        if (!there.equals(mark + old.text())) {
            throw new Misuse(
                    "`%s` has changed since it was read, and was not written.".formatted(old.path()), "run it again.");
        }
        new WholeFile(real(path)).write(mark + text, "`" + old.path() + "`");
        console.out().println("written: " + old.path());
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
