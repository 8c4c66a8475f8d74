import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A tree as the bytes of an archive: in the order of its paths, with one time for all and no owner, so that two builds give the same bytes. */
final class Archives {
    private static final int BLOCK = 512;

    private final Instant time;

    Archives(Instant time) {
        this.time = time;
    }

    /** As POSIX specifies {@code ustar}. */
    byte[] tar(Tree tree) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        tree.forEach((path, node) -> {
            switch (node) {
                case Tree.Node.Directory _ -> header(out, path + "/", 0755, 0, '5', "");
                case Tree.Node.Link link -> header(out, path, 0777, 0, '2', link.to());
                case Tree.Node.File file -> {
                    header(out, path, file.executable() ? 0755 : 0644, file.bytes().length, '0', "");
                    out.writeBytes(file.bytes());
                    out.writeBytes(new byte[-file.bytes().length & BLOCK - 1]);
                }
            }
        });
        out.writeBytes(new byte[2 * BLOCK]);
        return out.toByteArray();
    }

    private void header(ByteArrayOutputStream out, String path, int mode, long size, char type, String link) {
        byte[] block = new byte[BLOCK];
        int split = path.length() > 100 ? path.indexOf('/', path.length() - 101) : -1;
        text(block, 0, 100, path.substring(split + 1));
        text(block, 345, 155, split < 0 ? "" : path.substring(0, split));
        text(block, 100, 8, "%07o".formatted(mode));
        text(block, 108, 8, "%07o".formatted(0));
        text(block, 116, 8, "%07o".formatted(0));
        text(block, 124, 12, "%011o".formatted(size));
        text(block, 136, 12, "%011o".formatted(time.getEpochSecond()));
        text(block, 148, 8, "        ");
        block[156] = (byte) type;
        text(block, 157, 100, link);
        text(block, 257, 8, "ustar\00000");
        int sum = 0;
        for (byte each : block) {
            sum += each & 0xff;
        }
        text(block, 148, 8, "%06o\0 ".formatted(sum));
        out.writeBytes(block);
    }

    private static void text(byte[] block, int at, int length, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > length) {
            throw new IllegalArgumentException("Too long for an archive: " + text);
        }
        System.arraycopy(bytes, 0, block, at, bytes.length);
    }

    byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new Best(packed)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private static final class Best extends GZIPOutputStream {
        Best(OutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }

    /** For those who unpack by a click: links become what they lead to. */
    byte[] zip(Tree tree) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        Set<String> executable = new HashSet<>();
        tree.forEach((path, node) -> {
            switch (node) {
                case Tree.Node.File file -> {
                    files.put(path, file.bytes());
                    if (file.executable()) {
                        executable.add(path);
                    }
                }
                case Tree.Node.Link link -> files.put(path, tree.bytes(path, link));
                case Tree.Node.Directory _ -> {}
            }
        });
        return modes(zip(files), executable);
    }

    /** Java writes no modes into an archive, so they are put where the format has a place for them: each entry of its directory says who made it, and what the file may do. */
    private static byte[] modes(byte[] zip, Set<String> executable) {
        ByteBuffer bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        int end = zip.length - 22;
        int at = bytes.getInt(end + 16);
        for (int i = bytes.getShort(end + 10) & 0xffff; i > 0; i--) {
            int length = bytes.getShort(at + 28);
            String name = new String(zip, at + 46, length, StandardCharsets.UTF_8);
            bytes.put(at + 5, (byte) 3);
            bytes.putInt(at + 38, (executable.contains(name) ? 0100755 : 0100644) << 16);
            at += 46 + length + bytes.getShort(at + 30) + bytes.getShort(at + 32);
        }
        return zip;
    }

    /** Also a jar: one whose manifest comes first, as readers of streams expect. */
    byte[] zip(SequencedMap<String, byte[]> files) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(packed)) {
            out.setLevel(Deflater.BEST_COMPRESSION);
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setTimeLocal(time.atOffset(ZoneOffset.UTC).toLocalDateTime());
                out.putNextEntry(entry);
                out.write(file.getValue());
                out.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    /** As {@code ar} of Debian's packages: members in their order. */
    byte[] ar(SequencedMap<String, byte[]> members) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes("!<arch>\n".getBytes(StandardCharsets.US_ASCII));
        members.forEach((name, bytes) -> {
            String header = "%-16s%-12d%-6d%-6d%-8s%-10d`\n"
                    .formatted(name, time.getEpochSecond(), 0, 0, "100644", bytes.length);
            out.writeBytes(header.getBytes(StandardCharsets.US_ASCII));
            out.writeBytes(bytes);
            out.writeBytes(new byte[bytes.length & 1]);
        });
        return out.toByteArray();
    }
}
