package dev.envgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FleetDirectoryTest {
    @TempDir
    private Path root;

    @Test
    void aDirectoryStandsForTheShardsInIt() throws IOException {
        SmallFleet.write(root, 3);
        Files.createDirectories(root.resolve("shards"));
        for (String shard : new String[] {"1", "2"}) {
            Ran.in(
                    root,
                    "fleet",
                    "check",
                    "--offline",
                    "--shard",
                    shard + "/2",
                    "--journal",
                    "shards/shard-" + shard + ".json");
        }
        Files.writeString(root.resolve("shards/notes.json"), "{}");
        Ran spelt = Ran.in(root, "fleet", "merge", "shards/shard-1.json", "shards/shard-2.json", "--report", "json=-");
        Ran whole = Ran.in(root, "fleet", "merge", "shards", "--report", "json=-");
        assertThat(spelt.out()).contains("repository-a/envgate.yml", "repository-c/envgate.yml");
        assertThat(whole).isEqualTo(spelt);
    }

    @Test
    void aDirectoryWithoutShardsIsRefused() throws IOException {
        Files.createDirectory(root.resolve("empty"));
        Ran ran = Ran.in(root, "fleet", "merge", "empty");
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains("The directory `empty` has no shard.");
    }
}
