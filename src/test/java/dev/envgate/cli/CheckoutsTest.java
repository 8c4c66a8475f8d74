package dev.envgate.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.envgate.fleet.Unseen;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which repositories a fleet has, where they lie in groups. */
class CheckoutsTest {
    @TempDir
    private Path root;

    @Test
    void repositoriesInGroupsOfGroupsAreFoundSixDirectoriesDeep() throws IOException, Misuse {
        repository("a/api");
        repository("a/b/c/d/e/deepest");
        repository("a/b/c/d/e/f/beyond");
        repository(".cache/api");
        repository("a/.cache/api");
        assertThat(found()).containsExactly("a/api/envgate.yml", "a/b/c/d/e/deepest/envgate.yml");
    }

    /** The directory that was named may be a repository itself. */
    @Test
    void aRepositoryEndsTheSearchUnlessItIsTheDirectoryThatWasNamed() throws IOException, Misuse {
        repository("");
        repository("api");
        repository("api/samples/other");
        assertThat(found()).containsExactly("envgate.yml", "api/envgate.yml");
    }

    @Test
    void aRepositoryWithoutAConfigurationIsNamed() throws IOException, Misuse {
        repository("group/api");
        Files.createDirectories(root.resolve("group/lost/.git"));
        Files.createDirectories(root.resolve("group/lost/service"));
        Files.writeString(root.resolve("group/lost/service/envgate.yml"), "");
        Files.createDirectories(root.resolve("linked"));
        Files.writeString(root.resolve("linked/.git"), "gitdir: elsewhere\n");

        assertThat(searched(List.of()).gaps())
                .extracting(Unseen::what, Unseen::why, Unseen::holds)
                .containsExactly(
                        tuple("group/lost", "It has no envgate.yml.", true),
                        tuple("linked", "It has no envgate.yml.", true));
        assertThat(searched(List.of(root.resolve("group/lost/service/envgate.yml")))
                        .gaps())
                .extracting(Unseen::what)
                .as("one of its configurations was named")
                .containsExactly("linked");
    }

    @Test
    void aDirectoryThatCannotBeListedIsAGapAndTheOneThatWasNamedIsRefused() throws IOException, Misuse {
        repository("api");
        Files.createDirectories(root.resolve("lost+found"));
        Checkouts checkouts = new Checkouts(root, List.of(), without("lost+found"));
        checkouts.search(root);
        assertThat(checkouts.configurations()).containsExactly(root.resolve("api/envgate.yml"));
        assertThat(checkouts.gaps()).extracting(Unseen::what).containsExactly("lost+found");

        assertThatExceptionOfType(Misuse.class).isThrownBy(() -> checkouts.search(root.resolve("lost+found")));
        assertThatExceptionOfType(Misuse.class).isThrownBy(() -> checkouts.search(root.resolve("missing")));
    }

    private static Checkouts.Listing without(String closed) {
        return directory -> {
            if (directory.endsWith(closed)) {
                throw new AccessDeniedException(directory.toString());
            }
            try (Stream<Path> all = Files.list(directory)) {
                return all.toList();
            }
        };
    }

    @Test
    void aLinkToARepositoryThatIsFoundAnywayIsNotAnotherOne() throws IOException, Misuse {
        repository("b/api");
        Files.createSymbolicLink(root.resolve("a"), root.resolve("b"));
        Files.createSymbolicLink(root.resolve("b/loop"), root);
        assertThat(found()).containsExactly("a/api/envgate.yml");
    }

    private List<String> found() throws Misuse {
        return searched(List.of()).configurations().stream()
                .map(each -> root.relativize(each).toString().replace('\\', '/'))
                .toList();
    }

    private Checkouts searched(List<Path> named) throws Misuse {
        Checkouts checkouts = new Checkouts(root, named);
        checkouts.search(root);
        return checkouts;
    }

    private void repository(String path) throws IOException {
        Files.createDirectories(root.resolve(path).resolve(".git"));
        Files.writeString(root.resolve(path).resolve("envgate.yml"), "services: {}\n");
    }
}
