package dev.envgate.git;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The names of a repository: branches, tags, and what is fetched of others.
 *
 * @param own the directory of the work tree, which has {@code HEAD}
 * @param common the directory that all work trees share
 */
record Refs(Path own, Path common) {
    private static final String ID = "[0-9a-f]{40}";
    private static final int MOST_HOPS = 5;

    /** Where git looks for a short name, in its order. */
    private static final List<String> PREFIXES = List.of("", "refs/", "refs/tags/", "refs/heads/", "refs/remotes/");

    /** The id that a name stands for; empty when there is no such name. */
    Optional<String> find(String name) throws IOException {
        if (name.matches(ID)) {
            return Optional.of(name);
        }
        if (!name.matches("[\\w][\\w./@+-]{0,250}") || name.contains("..")) {
            return Optional.empty();
        }
        Map<String, String> packed = packed();
        for (String prefix : PREFIXES) {
            Optional<String> found = read(prefix + name, packed, 0);
            if (found.isPresent()) {
                return found;
            }
        }
        return read("refs/remotes/" + name + "/HEAD", packed, 0);
    }

    /** Whether a text can be the beginning of an id. */
    static boolean isShortId(String text) {
        return text.matches("[0-9a-f]{4,39}");
    }

    /** Every name, for saying which is meant. */
    List<String> names() throws IOException {
        return packed().keySet().stream()
                .map(each -> each.replaceFirst("^refs/(heads|tags|remotes)/", ""))
                .toList();
    }

    private Optional<String> read(String ref, Map<String, String> packed, int hops) throws IOException {
        for (Path directory : List.of(own, common)) {
            Path file = directory.resolve(ref);
            if (hops < MOST_HOPS && Files.isRegularFile(file) && Files.size(file) < 1024) {
                String text = Files.readString(file).strip();
                return text.startsWith("ref: ")
                        ? read(text.substring(5).strip(), packed, hops + 1)
                        : Optional.of(text).filter(each -> each.matches(ID));
            }
        }
        return Optional.ofNullable(packed.get(ref));
    }

    private Map<String, String> packed() throws IOException {
        Map<String, String> refs = new TreeMap<>();
        Path file = common.resolve("packed-refs");
        if (Files.isRegularFile(file)) {
            for (String line : Files.readAllLines(file)) {
                if (line.matches(ID + " \\S+")) {
                    refs.put(line.substring(41), line.substring(0, 40));
                }
            }
        }
        return refs;
    }
}
