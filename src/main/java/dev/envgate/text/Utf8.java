package dev.envgate.text;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Turns bytes into text, or says what is wrong with them and where. */
final class Utf8 {
    private Utf8() {}

    /** What came of decoding. */
    sealed interface Decoded {
        record Text(String text) implements Decoded {
            @Override
            public String toString() {
                return "text";
            }
        }

        /** {@code why} is half a sentence that can follow "cannot be read:". */
        record Refused(String why) implements Decoded {}
    }

    /** The text without its byte-order mark. */
    static Decoded decode(byte[] bytes) {
        return startsWith(bytes, 0xFE, 0xFF) || startsWith(bytes, 0xFF, 0xFE)
                ? new Decoded.Refused("it is UTF-16 text; save it as UTF-8")
                : decodeStrictly(bytes);
    }

    private static Decoded decodeStrictly(byte[] bytes) {
        int start = startsWith(bytes, 0xEF, 0xBB, 0xBF) ? 3 : 0;
        CharBuffer text = CharBuffer.allocate(bytes.length - start);
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CoderResult result = decoder.decode(ByteBuffer.wrap(bytes, start, bytes.length - start), text, true);
        String decoded = text.flip().toString();
        return binary(decoded)
                .or(() -> result.isError() ? Optional.of(invalid(decoded)) : Optional.empty())
                .orElseGet(() -> new Decoded.Text(decoded));
    }

    private static Optional<Decoded> binary(String text) {
        int at = text.indexOf('\0');
        return at < 0
                ? Optional.empty()
                : Optional.of(new Decoded.Refused("it is not text: there is a NUL byte at " + position(text, at)));
    }

    private static Decoded invalid(String before) {
        return new Decoded.Refused("it is not UTF-8: there is an invalid byte at " + position(before, before.length()));
    }

    private static String position(String text, int offset) {
        SourceFile file = new SourceFile("", text);
        return "line %d, column %d".formatted(file.line(offset), file.column(offset));
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        boolean same = bytes.length >= mark.length;
        for (int i = 0; same && i < mark.length; i++) {
            same = (bytes[i] & 0xFF) == mark[i];
        }
        return same;
    }
}
