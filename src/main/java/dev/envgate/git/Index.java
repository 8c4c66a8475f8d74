package dev.envgate.git;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Reads which files git keeps of a work tree, in the versions 2 to 4 that
 * <a href="https://git-scm.com/docs/index-format">index-format</a> describes.
 */
public final class Index {
    private static final int SIGNATURE = 0x44495243; // DIRC
    private static final int SHARED = 0x6c696e6b; // link: the other entries lie in another file
    private static final int BEFORE_HASH = 40;
    private static final int EXTENDED = 0x4000;
    private static final long LARGEST = 256 << 20;

    private final ByteBuffer bytes;
    private final int hash;

    private Index(byte[] bytes, int hash) {
        this.bytes = ByteBuffer.wrap(bytes);
        this.hash = hash;
    }

    /**
     * The paths from the root of a work tree, with slashes.
     *
     * @return none where nothing was ever added, or where the directory is no work tree; empty where it cannot be told
     */
    public static Optional<NavigableSet<String>> paths(Path top) {
        try {
            return Files.exists(top.resolve(".git")) ? read(top) : Optional.of(Collections.emptyNavigableSet());
        } catch (NoSuchFileException e) {
            return Optional.of(Collections.emptyNavigableSet());
        } catch (IOException | GitException | BufferUnderflowException e) {
            return Optional.empty();
        }
    }

    private static Optional<NavigableSet<String>> read(Path top) throws IOException, GitException {
        Path own = Repository.own(top.resolve(".git"));
        Path file = own.resolve("index");
        return Files.size(file) > LARGEST
                ? Optional.empty()
                : new Index(Files.readAllBytes(file), hash(Repository.common(own))).entries();
    }

    /** How long the name of an object is. */
    private static int hash(Path common) throws IOException {
        Path file = common.resolve("config");
        String config = Files.isRegularFile(file) ? Files.readString(file).toLowerCase(Locale.ROOT) : "";
        return config.contains("objectformat = sha256") ? 32 : 20;
    }

    private Optional<NavigableSet<String>> entries() {
        if (bytes.getInt() != SIGNATURE) {
            return Optional.empty();
        }
        int version = bytes.getInt();
        int count = bytes.getInt();
        if (version < 2 || version > 4) {
            return Optional.empty();
        }
        NavigableSet<String> paths = new TreeSet<>();
        byte[] path = new byte[0];
        for (int i = 0; i < count; i++) {
            int start = bytes.position();
            skip(BEFORE_HASH + hash);
            skip((bytes.getShort() & EXTENDED) == 0 ? 0 : Short.BYTES);
            path = version == 4 ? shortened(path) : whole(start);
            paths.add(new String(path, StandardCharsets.UTF_8));
        }
        return shared() ? Optional.empty() : Optional.of(paths);
    }

    /** One to eight zeros fill an entry up to a multiple of eight. */
    private byte[] whole(int start) {
        byte[] path = untilZero();
        skip((8 - (bytes.position() - start) % 8) % 8);
        return path;
    }

    /** How much of the path before is not taken over, and what follows the rest. */
    private byte[] shortened(byte[] before) {
        int next = bytes.get();
        int less = next & 0x7f;
        while ((next & 0x80) != 0) {
            next = bytes.get();
            less = ((less + 1) << 7) + (next & 0x7f);
        }
        byte[] rest = untilZero();
        int kept = before.length - less;
        if (kept < 0 || kept > before.length) {
            throw new BufferUnderflowException();
        }
        byte[] path = Arrays.copyOf(before, kept + rest.length);
        System.arraycopy(rest, 0, path, kept, rest.length);
        return path;
    }

    private byte[] untilZero() {
        int start = bytes.position();
        while (bytes.get() != 0) {
            // on to the end of the path
        }
        return Arrays.copyOfRange(bytes.array(), start, bytes.position() - 1);
    }

    /** Whether an extension says that this is not all. */
    private boolean shared() {
        while (bytes.remaining() > hash) {
            int signature = bytes.getInt();
            if (signature == SHARED) {
                return true;
            }
            skip(bytes.getInt());
        }
        return false;
    }

    private void skip(int length) {
        if (length < 0 || length > bytes.remaining()) {
            throw new BufferUnderflowException();
        }
        bytes.position(bytes.position() + length);
    }
}
