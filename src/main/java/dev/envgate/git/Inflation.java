package dev.envgate.git;

import java.io.ByteArrayOutputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Unpacks zlib streams, up to a size. */
final class Inflation {
    /** The largest object that is read, in bytes. */
    static final int LARGEST = 64 << 20;

    private static final int BLOCK = 1 << 14;

    private Inflation() {}

    /** What the stream that begins at an offset unpacks to; what follows the stream is not looked at. */
    static byte[] inflate(byte[] packed, int offset) throws GitException {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(packed, offset, packed.length - offset);
            return drain(inflater);
        } catch (DataFormatException e) {
            throw GitException.broken("an object");
        } finally {
            inflater.end();
        }
    }

    private static byte[] drain(Inflater inflater) throws DataFormatException, GitException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] block = new byte[BLOCK];
        while (!inflater.finished()) {
            int count = inflater.inflate(block);
            out.write(block, 0, count);
            if (out.size() > LARGEST || (count == 0 && !inflater.finished())) {
                throw GitException.broken("an object");
            }
        }
        return out.toByteArray();
    }
}
