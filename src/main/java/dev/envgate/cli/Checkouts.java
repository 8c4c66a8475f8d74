package dev.envgate.cli;

import dev.envgate.fleet.Unseen;
import dev.envgate.ledger.NotVerified;
import dev.envgate.ledger.Station;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the repositories that are checked out below a directory, however they are grouped there, and names those that cannot be judged. */
final class Checkouts {
    /** GitLab has groups in groups. */
    private static final int DEPTH = 6;

    private final Path home;
    private final List<Path> named;
    private final Listing listing;
    private final List<Path> configurations = new ArrayList<>();
    private final List<Unseen> gaps = new ArrayList<>();

    /** What lies in a directory. */
    @FunctionalInterface
    interface Listing {
        List<Path> of(Path directory) throws IOException;
    }

    /**
     * @param home what paths are shown relative to
     * @param named the configurations that were named one by one: a repository that has one of them is none without
     */
    Checkouts(Path home, List<Path> named) {
        this(home, named, Checkouts::list);
    }

    Checkouts(Path home, List<Path> named, Listing listing) {
        this.home = whole(home);
        this.named = named.stream().map(Checkouts::whole).toList();
        this.listing = listing;
    }

    private static Path whole(Path path) {
        return path.toAbsolutePath().normalize();
    }

    private static List<Path> list(Path directory) throws IOException {
        try (Stream<Path> all = Files.list(directory)) {
            return all.toList();
        } catch (UncheckedIOException e) {
            throw new IOException(e);
        }
    }

    /** Those of the directory that was named and of all below it. */
    void search(Path directory) throws Misuse {
        Set<Path> seen = new HashSet<>(List.of(real(directory)));
        configurations.addAll(configuration(directory));
        try {
            for (Path each : directories(directory)) {
                search(each, DEPTH - 1, seen);
            }
        } catch (IOException e) {
            throw new Misuse(
                    "The directory `%s` cannot be listed.".formatted(directory.getFileName()),
                    "name the directory in which the repositories are checked out with `--repositories DIR`.");
        }
    }

    /** A repository ends it: what is below belongs to it. */
    private void search(Path directory, int deeper, Set<Path> seen) {
        List<Path> own = configuration(directory);
        if (!seen.add(real(directory))) {
            return; // by a link, it would be judged twice
        }
        if (!own.isEmpty()) {
            configurations.addAll(own);
        } else if (Files.exists(directory.resolve(".git"), LinkOption.NOFOLLOW_LINKS)) {
            without(directory);
        } else if (deeper > 0) {
            below(directory, deeper - 1, seen);
        }
    }

    private void below(Path directory, int deeper, Set<Path> seen) {
        try {
            for (Path each : directories(directory)) {
                search(each, deeper, seen);
            }
        } catch (IOException e) {
            gap(
                    directory,
                    "It cannot be listed, so nobody knows which repositories are in it.",
                    "let it be read, or take it away from there.");
        }
    }

    private void without(Path directory) {
        if (named.stream().noneMatch(each -> each.startsWith(whole(directory)))) {
            gap(
                    directory,
                    "It has no envgate.yml.",
                    "write one with `envgate init`, name those that lie in it with `--config FILE` beside `--repositories DIR`, or check it out elsewhere.");
        }
    }

    private void gap(Path directory, String why, String hint) {
        gaps.add(new Unseen(
                Station.CONFIGURED,
                home.relativize(whole(directory)).toString().replace('\\', '/'),
                why,
                hint,
                NotVerified.Cause.FAILED,
                true));
    }

    private static List<Path> configuration(Path directory) {
        return ConfigFile.NAMES.stream()
                .map(directory::resolve)
                .filter(Files::isRegularFile)
                .limit(1)
                .toList();
    }

    /** Without hidden ones. */
    private List<Path> directories(Path directory) throws IOException {
        return listing.of(directory).stream()
                .filter(each -> Files.isDirectory(each)
                        && !String.valueOf(each.getFileName()).startsWith("."))
                .sorted()
                .toList();
    }

    private static Path real(Path directory) {
        try {
            return directory.toRealPath();
        } catch (IOException e) {
            return whole(directory);
        }
    }

    List<Path> configurations() {
        return List.copyOf(configurations);
    }

    List<Unseen> gaps() {
        return List.copyOf(gaps);
    }
}
