package dev.envgate.policy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a change did to one file.
 *
 * @param path relative to the repository, with {@code /} between its parts
 * @param lines the numbers of the lines that are new, in the file as it is now
 * @param texts the lines that are new, and those that are gone
 */
public record ChangedFile(String path, Set<Integer> lines, List<String> texts) {
    public ChangedFile {
        lines = Set.copyOf(lines);
        texts = List.copyOf(texts);
    }

    /**
     * Compares a file before and after. A line that is there as often as before has not changed, wherever it stands; how lines end
     * makes no difference.
     */
    public static ChangedFile of(String path, String before, String after) {
        return of(path, before.lines().toList(), after.lines().toList());
    }

    private static ChangedFile of(String path, List<String> old, List<String> now) {
        Map<String, Integer> before = counted(old);
        Map<String, Integer> after = counted(now);
        Set<Integer> lines = new TreeSet<>();
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < now.size(); i++) {
            if (after.getOrDefault(now.get(i), 0) > before.getOrDefault(now.get(i), 0)) {
                lines.add(i + 1);
                texts.add(now.get(i));
            }
        }
        before.forEach((line, count) -> {
            if (count > after.getOrDefault(line, 0)) {
                texts.add(line);
            }
        });
        return new ChangedFile(path, lines, texts);
    }

    private static Map<String, Integer> counted(List<String> lines) {
        Map<String, Integer> counted = new HashMap<>();
        lines.forEach(line -> counted.merge(line, 1, Integer::sum));
        return counted;
    }
}
