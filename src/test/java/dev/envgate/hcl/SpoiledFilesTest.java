package dev.envgate.hcl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.envgate.Nightly;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
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

    @TempDir
    private Path folder;

    @Test
    void everySpoiledFileIsAcceptedOrRefusedAsByTerraform() throws IOException, InterruptedException {
        assumeTrue(TerraformFmt.isInstalled(), "terraform is not on the path");
        OracleFiles.spoil(SOURCES, folder, COUNT, SEED);
        Set<Path> theirs = TerraformFmt.refused(folder);

        assertThat(theirs).hasSizeBetween(COUNT / 4, COUNT);
        assertThat(OracleFiles.differences(folder, theirs)).isEmpty();
    }
}
