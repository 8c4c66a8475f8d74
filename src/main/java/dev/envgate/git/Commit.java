package dev.envgate.git;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A commit.
 *
 * @param time when it was made, in seconds
 */
record Commit(String id, String tree, List<String> parents, long time) {
    Commit {
        parents = List.copyOf(parents);
    }

    static Commit parse(String id, byte[] content) throws GitException {
        String tree = "";
        List<String> parents = new ArrayList<>();
        long time = 0;
        for (String line : new String(content, StandardCharsets.UTF_8).split("\n", -1)) {
            if (line.isEmpty()) {
                break;
            }
            if (line.startsWith("tree ")) {
                tree = line.substring(5);
            } else if (line.startsWith("parent ")) {
                parents.add(line.substring(7));
            } else if (line.startsWith("committer ")) {
                time = time(line);
            }
        }
        if (!tree.matches("[0-9a-f]{40}")) {
            throw GitException.broken("a commit");
        }
        return new Commit(id, tree, parents, time);
    }

    private static long time(String line) {
        String[] words = line.split(" ", -1);
        String seconds = words.length > 2 ? words[words.length - 2] : "";
        return seconds.matches("[0-9]{1,15}") ? Long.parseLong(seconds) : 0;
    }
}
