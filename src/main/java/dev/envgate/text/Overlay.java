package dev.envgate.text;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** Directories in which some files have another text than on disk: what a run would see if the text were written. */
public final class Overlay implements Workspace {
    private final Workspace below;
    private final Map<Path, String> texts;
    private final Map<Path, SourceFile> read;

    /** @param texts by absolute paths */
    public Overlay(Workspace below, Map<Path, String> texts) {
        this(below, Map.copyOf(texts), new ConcurrentHashMap<>());
    }

    private Overlay(Workspace below, Map<Path, String> texts, Map<Path, SourceFile> read) {
        this.below = below;
        this.texts = texts;
        this.read = read;
    }

    @Override
    public Read read(Path path) {
        Path absolute = below.absolute(path);
        return texts.containsKey(absolute) ? new Read.Found(over(absolute)) : below.read(path);
    }

    @Override
    public Read readTolerantly(Path path) {
        Path absolute = below.absolute(path);
        return texts.containsKey(absolute) ? new Read.Found(over(absolute)) : below.readTolerantly(path);
    }

    private SourceFile over(Path absolute) {
        return read.computeIfAbsent(absolute, each -> new SourceFile(below.show(each), texts.getOrDefault(each, "")));
    }

    @Override
    public Listing list(Path directory) {
        Path absolute = below.absolute(directory);
        SortedSet<String> names = new TreeSet<>();
        texts.keySet().stream()
                .filter(each -> absolute.equals(each.getParent()))
                .forEach(each -> names.add(String.valueOf(each.getFileName())));
        return switch (below.list(directory)) {
            case Listing.Refused refused -> names.isEmpty() ? refused : new Listing.Found(List.copyOf(names));
            case Listing.Found found -> {
                names.addAll(found.names());
                yield new Listing.Found(List.copyOf(names));
            }
        };
    }

    @Override
    public Workspace from(Path directory) {
        return new Overlay(below.from(directory), texts, read);
    }

    @Override
    public Path absolute(Path path) {
        return below.absolute(path);
    }

    @Override
    public String show(Path path) {
        return below.show(path);
    }
}
