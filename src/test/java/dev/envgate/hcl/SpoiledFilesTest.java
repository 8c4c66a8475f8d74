package dev.envgate.hcl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.envgate.Nightly;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Holds our verdict on files that are spoiled in all ways to the verdict of HashiCorp's parser. {@code -Dspoiled.count=50000} and
 * {@code -Dspoiled.seed=2} spoil more, and other, files; what differs belongs into {@code verdicts.tsv}.
 */
@Nightly
class SpoiledFilesTest {
    private static final int COUNT = Integer.getInteger("spoiled.count", 20_000);
    private static final long SEED = Long.getLong("spoiled.seed", 1);
    private static final List<Path> SOURCES = List.of(Path.of("src/test/resources"), Path.of("samples"));

    /** Bytes as Latin-1: the first byte of a character of two or three without what would have to follow. */
    private static final Pattern BROKEN_NAME =
            Pattern.compile("[\\xC4-\\xDE](?![\\x80-\\xBF])|[\\xE4-\\xED](?![\\x80-\\xBF]{2})");

    @TempDir
    private Path folder;

    @Test
    void everySpoiledFileIsAcceptedOrRefusedAsByTerraform() throws IOException, InterruptedException {
        assumeTrue(TerraformFmt.isInstalled(), "terraform is not on the path");
        OracleFiles.spoil(SOURCES, folder, COUNT, SEED);
        Set<Path> theirs = TerraformFmt.refused(folder);
        Set<Path> ours = OracleFiles.refused(folder);

        assertThat(theirs).hasSizeBetween(COUNT / 4, COUNT);
        assertThat(differences(theirs, ours)).isEmpty();
    }

    /** HashiCorp's lexer takes any bytes for letters of a name that follow some first bytes; such a name is refused here. */
    private static boolean namesWithBrokenBytes(byte[] bytes) {
        return BROKEN_NAME
                .matcher(new String(bytes, StandardCharsets.ISO_8859_1))
                .find();
    }

    /** As lines for {@code verdicts.tsv}, with the verdict of Terraform. */
    private List<String> differences(Set<Path> theirs, Set<Path> ours) throws IOException {
        Set<Path> either = new TreeSet<>(theirs);
        either.addAll(ours);
        List<String> differences = new ArrayList<>();
        for (Path file : either) {
            byte[] bytes = Files.readAllBytes(folder.resolve(file));
            boolean knowingly = ours.contains(file) && namesWithBrokenBytes(bytes);
            if (theirs.contains(file) != ours.contains(file) && !knowingly) {
                String text = new String(bytes, StandardCharsets.UTF_8);
                differences.add(VerdictTable.line(new VerdictTable.Case(text, ours.contains(file))));
            }
        }
        return differences;
    }
}
