package dev.envgate.repair;

import dev.envgate.text.SourceFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Edits that are to take a fault away together.
 *
 * @param what what they do, one sentence
 * @param next the rules that may find the same name afterwards, because it has come one station further
 * @param remark what a person has to do besides, one sentence, or empty
 * @param reveals names that were there all the time and could not be read: whatever comes to light of them
 */
public record Patch(String what, List<Edit> edits, Set<String> next, String remark, Set<String> reveals) {
    public Patch {
        edits = List.copyOf(edits);
        next = Set.copyOf(next);
        reveals = Set.copyOf(reveals);
    }

    Patch(String what, List<Edit> edits, Set<String> next, String remark) {
        this(what, edits, next, remark, Set.of());
    }

    Patch revealing(Set<String> names) {
        return new Patch(what, edits, next, remark, names);
    }

    /** The same with something that a person has to know besides. */
    public Patch remarking(String more) {
        return new Patch(what, edits, next, remark.isEmpty() ? more : remark + " " + more, reveals);
    }

    /** The files that it changes, each under one name once. */
    public List<SourceFile> files() {
        Map<String, SourceFile> files = new LinkedHashMap<>();
        edits.forEach(
                each -> files.putIfAbsent(each.span().file().path(), each.span().file()));
        return List.copyOf(files.values());
    }

    /** What is to stand in one of its files. */
    public String text(SourceFile file) {
        return Edit.apply(
                file.text(),
                edits.stream()
                        .filter(each -> each.span().file().path().equals(file.path()))
                        .distinct()
                        .toList());
    }
}
