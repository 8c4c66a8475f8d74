package dev.envgate.cli;

import dev.envgate.repair.Sources;
import dev.envgate.text.Directories;
import dev.envgate.text.Overlay;
import dev.envgate.text.SourceFile;
import dev.envgate.text.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * Texts that files are to have, before anything is written.
 *
 * @param roots the repositories that files may be changed in
 * @param texts by absolute paths
 */
record Drafts(Path home, List<Path> roots, SequencedMap<Path, String> texts) implements Sources {
    Drafts {
        roots = List.copyOf(roots);
    }

    static Drafts none(Path home, List<Path> roots) {
        return new Drafts(home, roots, new LinkedHashMap<>());
    }

    /** The same with another text of one file. */
    Drafts with(Path file, String text) {
        SequencedMap<Path, String> more = new LinkedHashMap<>(texts);
        more.put(file, text);
        return new Drafts(home, roots, more);
    }

    private Workspace workspace() {
        return new Overlay(new Directories(home, roots), Map.copyOf(texts));
    }

    /** The file that is shown by a name, when there is exactly one that it can be. */
    Optional<Path> path(String shown) {
        Workspace workspace = workspace();
        List<Path> found = roots.stream()
                .map(each -> each.resolve(shown).normalize())
                .distinct()
                .filter(each -> (texts.containsKey(each) || Files.isRegularFile(each))
                        && workspace.show(each).equals(shown))
                .toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    /** What stands in a file, or is to. */
    Optional<SourceFile> read(Path path) {
        return workspace().read(path) instanceof Workspace.Read.Found(SourceFile file)
                ? Optional.of(file)
                : Optional.empty();
    }

    @Override
    public List<SourceFile> file(String shown) {
        return path(shown).flatMap(this::read).stream().toList();
    }

    @Override
    public List<SourceFile> module(SourceFile file) {
        return path(file.path()).map(Path::getParent).map(this::terraform).orElse(List.of());
    }

    @Override
    public List<SourceFile> directory(String shown) {
        Workspace workspace = workspace();
        List<Path> found = roots.stream()
                .map(each -> each.resolve(shown).normalize())
                .distinct()
                .filter(each -> Files.isDirectory(each) && workspace.show(each).equals(shown))
                .toList();
        return found.size() == 1 ? terraform(found.getFirst()) : List.of();
    }

    private List<SourceFile> terraform(Path directory) {
        return workspace().list(directory) instanceof Workspace.Listing.Found(List<String> names)
                ? names.stream()
                        .filter(each -> each.matches(".*\\.(tf|tofu)(\\.json)?"))
                        .flatMap(each -> read(directory.resolve(each)).stream())
                        .toList()
                : List.of();
    }
}
