package dev.envgate.git;

import java.util.Arrays;

/** Makes an object of another one and the instructions how it differs, as the pack format has them. */
final class Delta {
    private final byte[] base;
    private final byte[] delta;
    private int at;

    private Delta(byte[] base, byte[] delta) {
        this.base = base;
        this.delta = delta;
    }

    static byte[] apply(byte[] base, byte[] delta) throws GitException {
        try {
            return new Delta(base, delta).apply();
        } catch (IndexOutOfBoundsException e) {
            throw GitException.broken("a delta");
        }
    }

    private byte[] apply() throws GitException {
        size();
        int size = size();
        if (size < 0 || size > Inflation.LARGEST) {
            throw GitException.broken("a delta");
        }
        byte[] result = new byte[size];
        int written = 0;
        while (at < delta.length) {
            int instruction = delta[at++] & 0xFF;
            written += (instruction & 0x80) != 0
                    ? copy(instruction, result, written)
                    : insert(instruction, result, written);
        }
        return written == size ? result : Arrays.copyOf(result, written);
    }

    private int size() {
        int size = 0;
        int shift = 0;
        int next;
        do {
            next = delta[at++] & 0xFF;
            size |= (next & 0x7F) << shift;
            shift += 7;
        } while ((next & 0x80) != 0);
        return size;
    }

    private int copy(int instruction, byte[] result, int written) {
        int offset = number(instruction, 0, 4);
        int count = number(instruction, 4, 3);
        int length = count == 0 ? 0x10000 : count;
        System.arraycopy(base, offset, result, written, length);
        return length;
    }

    /** A number of which only the bytes are there whose bits are set. */
    private int number(int instruction, int firstBit, int bytes) {
        int number = 0;
        for (int i = 0; i < bytes; i++) {
            if ((instruction & (1 << (firstBit + i))) != 0) {
                number |= (delta[at++] & 0xFF) << (8 * i);
            }
        }
        return number;
    }

    private int insert(int length, byte[] result, int written) {
        System.arraycopy(delta, at, result, written, length);
        at += length;
        return length;
    }
}
