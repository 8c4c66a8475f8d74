package dev.envgate.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoriesTest {
    @TempDir
    private Path temporary;

    private Path root;
    private Path outside;

    @BeforeEach
    void makeTheDirectories() throws IOException {
        Path real = temporary.toRealPath();
        root = Files.createDirectories(real.resolve("repository"));
        outside = Files.createDirectories(real.resolve("outside"));
        Files.writeString(outside.resolve("secret.txt"), "hunter2");
    }

    @Test
    void aFileInsideIsRead() throws IOException {
        write("main.tf", "locals {}\n");
        assertThat(text("main.tf")).isEqualTo("locals {}\n");
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheText() throws IOException {
        Files.write(root.resolve("bom.tf"), new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF, 'a'});
        assertThat(text("bom.tf")).isEqualTo("a");
    }

    @Test
    void anEmptyFileIsText() throws IOException {
        write("empty.tf", "");
        assertThat(text("empty.tf")).isEmpty();
    }

    @Test
    void dotsDoNotLeadOut() {
        assertThat(refusal("../outside/secret.txt")).isEqualTo("it lies outside of the directories that may be read");
    }

    @Test
    void anAbsolutePathDoesNotLeadOut() {
        assertThat(refusal(outside.resolve("secret.txt").toString()))
                .isEqualTo("it lies outside of the directories that may be read");
    }

    @Test
    void aSymbolicLinkDoesNotLeadOut() throws IOException {
        Files.createSymbolicLink(root.resolve("link.txt"), outside.resolve("secret.txt"));
        Files.createSymbolicLink(root.resolve("linked"), outside);
        assertThat(refusal("link.txt")).isEqualTo("it lies outside of the directories that may be read");
        assertThat(refusal("linked/secret.txt")).isEqualTo("it lies outside of the directories that may be read");
        assertThat(workspace().list(Path.of("linked")))
                .isEqualTo(new Workspace.Listing.Refused("it lies outside of the directories that may be read"));
    }

    @Test
    void whatLiesOutsideIsRefusedWithoutTellingWhetherItIsThere() {
        assertThat(refusal("../outside/nothing.txt")).isEqualTo(refusal("../outside/secret.txt"));
    }

    @Test
    void aSymbolicLinkInsideIsFollowed() throws IOException {
        write("real.tf", "x");
        Files.createSymbolicLink(root.resolve("link.tf"), Path.of("real.tf"));
        assertThat(text("link.tf")).isEqualTo("x");
    }

    @Test
    void aLoopOfSymbolicLinksIsNamed() throws IOException {
        Files.createSymbolicLink(root.resolve("a"), Path.of("b"));
        Files.createSymbolicLink(root.resolve("b"), Path.of("a"));
        assertThat(refusal("a")).isEqualTo("its symbolic links form a loop");
    }

    @Test
    void aDirectoryIsNoFileAndAFileIsNoDirectory() throws IOException {
        write("main.tf", "x");
        assertThat(refusal(".")).isEqualTo("it is a directory");
        assertThat(workspace().list(Path.of("main.tf")))
                .isEqualTo(new Workspace.Listing.Refused("it is not a directory"));
    }

    @Test
    void aMissingFileIsNamedAsMissing() {
        assertThat(refusal("nothing.tf")).isEqualTo("there is no such file or directory");
    }

    @Test
    void binaryAndWronglyEncodedFilesAreRefusedWithThePosition() throws IOException {
        Files.write(root.resolve("binary"), new byte[] {'a', '\n', 'b', 0, 'c'});
        Files.write(root.resolve("latin"), "a\nb\nné".getBytes(StandardCharsets.ISO_8859_1));
        Files.write(root.resolve("wide"), "abc".getBytes(StandardCharsets.UTF_16));
        assertThat(refusal("binary")).isEqualTo("it is not text: there is a NUL byte at line 2, column 2");
        assertThat(refusal("latin")).isEqualTo("it is not UTF-8: there is an invalid byte at line 3, column 2");
        assertThat(refusal("wide")).isEqualTo("it is UTF-16 text; save it as UTF-8");
    }

    @Test
    void aFileThatIsTooLargeIsRefusedUnread() throws IOException {
        write("large", "x".repeat(2000));
        assertThat(new Directories(root, List.of(root), 1999).read(Path.of("large")))
                .isEqualTo(new Workspace.Read.Refused("it has 2,000 bytes, and files of up to 1,999 bytes are read"));
    }

    @Test
    void aDirectoryListsItsFilesInOrder() throws IOException {
        write("b.tf", "");
        write("a.tf", "");
        Files.createDirectory(root.resolve("modules"));
        assertThat(workspace().list(Path.of("."))).isEqualTo(new Workspace.Listing.Found(List.of("a.tf", "b.tf")));
    }

    @Test
    void relativePathsAreTakenFromTheWorkingDirectory() throws IOException {
        Files.createDirectory(root.resolve("infra"));
        write("infra/main.tf", "x");
        Workspace inner = workspace().from(Path.of("infra"));
        assertThat(inner.read(Path.of("main.tf"))).isInstanceOf(Workspace.Read.Found.class);
        assertThat(inner.from(Path.of("..")).read(Path.of("infra/main.tf"))).isInstanceOf(Workspace.Read.Found.class);
    }

    @Test
    void pathsAreShownRelativeToTheirRepository() throws IOException {
        Files.createDirectories(root.resolve(".git"));
        Files.createDirectories(root.resolve("infra/prod"));
        Workspace inner = workspace().from(root.resolve("infra/prod"));
        assertThat(inner.show(Path.of("main.tf"))).isEqualTo("infra/prod/main.tf");
        assertThat(inner.show(Path.of("../../infra"))).isEqualTo("infra");
        assertThat(inner.show(root)).isEqualTo(".");
    }

    @Test
    void withoutARepositoryPathsAreShownRelativeToTheStart() {
        assertThat(workspace().show(Path.of("infra/main.tf"))).isEqualTo("infra/main.tf");
        assertThat(workspace().show(outside)).isEqualTo(outside.toString());
    }

    private Workspace workspace() {
        return new Directories(root, List.of(root));
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(root.resolve(name), text);
    }

    private String text(String path) {
        return ((Workspace.Read.Found) workspace().read(Path.of(path))).file().text();
    }

    private String refusal(String path) {
        return ((Workspace.Read.Refused) workspace().read(Path.of(path))).why();
    }
}
