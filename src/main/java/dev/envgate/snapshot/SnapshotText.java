package dev.envgate.snapshot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.envgate.ledger.Digester;
import dev.envgate.text.Problem;
import dev.envgate.text.SourceFile;

/** A snapshot as the text of a file. */
public final class SnapshotText {
    /** Grows with every change that older programs could not read. */
    static final int VERSION = 1;

    private static final String SCHEMA_VERSION = "schemaVersion";
    private static final String HINT = "make it anew with `envgate snapshot -o FILE`.";
    private static final JsonMapper JSON = new JsonMapper();
    private static final ObjectWriter WRITER = JSON.writer(new DefaultPrettyPrinter()
            .withSeparators(Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER))
            .withArrayIndenter(new DefaultIndenter("  ", "\n"))
            .withObjectIndenter(new DefaultIndenter("  ", "\n")));

    private SnapshotText() {}

    /** What came of reading one. */
    public sealed interface Result {
        /** It could be read. */
        record Found(Snapshot snapshot) implements Result {}

        /** It could not. */
        record Refused(Problem problem) implements Result {}
    }

    /** {@code digester} is the one of the snapshot's key. */
    public static String of(Snapshot snapshot, Digester.Keyed digester) {
        ObjectNode node = JSON.createObjectNode().put(SCHEMA_VERSION, VERSION);
        node.setAll((ObjectNode) new RecordWriter(digester).write(snapshot, Snapshot.class));
        try {
            return WRITER.writeValueAsString(node) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree that cannot be written", e);
        }
    }

    /** Reads one; {@code secret} is the key of the environment, empty when there is none. */
    public static Result read(SourceFile file, String secret) {
        try {
            JsonNode node = JSON.readTree(file.text());
            if (node.path(SCHEMA_VERSION).asInt() != VERSION) {
                return refused(file, "is no snapshot that this version of envgate can read");
            }
            SnapshotKey key = new RecordReader(new Digester.Keyless()).read(node.path("key"), SnapshotKey.class, "key");
            if (!key.fits(secret)) {
                return refused(file, "was made with another key than the one in `ENVGATE_SNAPSHOT_KEY`");
            }
            return new Result.Found(new RecordReader(key.digester(secret)).read(node, Snapshot.class, ""));
        } catch (JsonProcessingException e) {
            return refused(file, "is not JSON");
        } catch (RecordReader.Refusal refusal) {
            return refused(file, "is no whole snapshot: `" + refusal.getMessage() + "` is missing or of another kind");
        }
    }

    private static Result refused(SourceFile file, String why) {
        return new Result.Refused(new Problem(
                SourceFile.unread(file.path()).all(), "The snapshot `" + file.path() + "` " + why + ".", HINT));
    }
}
