package dev.envgate.git;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;

/** One pack of objects with its index of version 2. */
final class Pack {
    private static final int HEADER = 8;
    private static final int FANOUT = 256 * 4;
    private static final int DEEPEST = 4096;
    private static final String[] TYPES = {"", "commit", "tree", "blob", "tag"};

    private final Path file;
    private final ByteBuffer index;
    private final int count;
    private final ObjectStore store;

    private Pack(Path file, ByteBuffer index, ObjectStore store) {
        this.file = file;
        this.index = index;
        this.count = index.getInt(HEADER + FANOUT - 4);
        this.store = store;
    }

    /** The pack that an index belongs to. */
    static Pack open(Path indexFile, ObjectStore store) throws GitException, IOException {
        byte[] bytes = Files.readAllBytes(indexFile);
        ByteBuffer index = ByteBuffer.wrap(bytes);
        if (bytes.length < HEADER + FANOUT || index.getInt(0) != 0xFF744F63 || index.getInt(4) != 2) {
            throw GitException.broken("the index of a pack");
        }
        String name = indexFile.getFileName().toString().replaceFirst("\\.idx$", ".pack");
        return new Pack(indexFile.resolveSibling(name), index, store);
    }

    /** Where an object begins in the pack; -1 when it is not in it. */
    long find(String id) {
        byte[] wanted = HexFormat.of().parseHex(id);
        int first = wanted[0] & 0xFF;
        int low = first == 0 ? 0 : index.getInt(HEADER + (first - 1) * 4);
        int high = index.getInt(HEADER + first * 4) - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = compare(middle, wanted);
            if (order == 0) {
                return offset(middle);
            }
            low = order < 0 ? middle + 1 : low;
            high = order < 0 ? high : middle - 1;
        }
        return -1;
    }

    /** The ids that begin with these digits. */
    List<String> beginning(String digits) {
        int first = Integer.parseInt(digits.substring(0, 2), 16);
        int low = first == 0 ? 0 : index.getInt(HEADER + (first - 1) * 4);
        int high = index.getInt(HEADER + first * 4);
        return IntStream.range(low, high)
                .mapToObj(this::id)
                .filter(id -> id.startsWith(digits))
                .toList();
    }

    private String id(int entry) {
        byte[] id = new byte[20];
        index.get(HEADER + FANOUT + entry * 20, id);
        return HexFormat.of().formatHex(id);
    }

    private int compare(int entry, byte[] wanted) {
        int start = HEADER + FANOUT + entry * 20;
        for (int i = 0; i < 20; i++) {
            int order = Integer.compare(index.get(start + i) & 0xFF, wanted[i] & 0xFF);
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private long offset(int entry) {
        int small = HEADER + FANOUT + count * 24 + entry * 4;
        int offset = index.getInt(small);
        return offset >= 0 ? offset : index.getLong(HEADER + FANOUT + count * 28 + (offset & 0x7FFFFFFF) * 8);
    }

    GitObject read(long offset) throws GitException, IOException {
        try (RandomAccessFile pack = new RandomAccessFile(file.toFile(), "r")) {
            return read(pack, offset, 0);
        }
    }

    private GitObject read(RandomAccessFile pack, long offset, int depth) throws GitException, IOException {
        if (depth > DEEPEST) {
            throw GitException.broken("a chain of deltas");
        }
        pack.seek(offset);
        int head = pack.readUnsignedByte();
        int type = (head >> 4) & 7;
        long size = head & 15;
        for (int shift = 4; (head & 0x80) != 0; shift += 7) {
            head = pack.readUnsignedByte();
            size |= (long) (head & 0x7F) << shift;
        }
        return switch (type) {
            case 1, 2, 3, 4 -> new GitObject(TYPES[type], inflate(pack, size));
            case 6 -> byOffset(pack, offset, size, depth);
            case 7 -> byId(pack, size);
            default -> throw GitException.broken("an object of a pack");
        };
    }

    private GitObject byOffset(RandomAccessFile pack, long offset, long size, int depth)
            throws GitException, IOException {
        int next = pack.readUnsignedByte();
        long back = next & 0x7F;
        while ((next & 0x80) != 0) {
            next = pack.readUnsignedByte();
            back = ((back + 1) << 7) | (next & 0x7F);
        }
        byte[] delta = inflate(pack, size);
        GitObject base = read(pack, offset - back, depth + 1);
        return new GitObject(base.type(), Delta.apply(base.content(), delta));
    }

    private GitObject byId(RandomAccessFile pack, long size) throws GitException, IOException {
        byte[] id = new byte[20];
        pack.readFully(id);
        byte[] delta = inflate(pack, size);
        GitObject base = store.read(HexFormat.of().formatHex(id));
        return new GitObject(base.type(), Delta.apply(base.content(), delta));
    }

    /** Compressed text is hardly ever longer than the text; a little more is read to be sure. */
    private static byte[] inflate(RandomAccessFile pack, long size) throws GitException, IOException {
        if (size > Inflation.LARGEST) {
            throw GitException.broken("an object");
        }
        long left = pack.length() - pack.getFilePointer();
        byte[] packed = new byte[(int) Math.min(left, size + size / 8 + 1024)];
        pack.readFully(packed);
        return Inflation.inflate(packed, 0);
    }
}
