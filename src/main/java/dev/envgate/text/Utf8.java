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
    /** What Go makes of bytes that look like UTF-8 and are none: overlong, a surrogate, beyond the last character. */
    private static final char UNKNOWN = '\uFFFD';

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
                : decodeWhole(bytes);
    }

    /** Most files have nothing wrong: then the decoder of the platform, which is the fastest, puts in no replacement character. */
    private static Decoded decodeWhole(byte[] bytes) {
        int start = startsWith(bytes, 0xEF, 0xBB, 0xBF) ? 3 : 0;
        String text = new String(bytes, start, bytes.length - start, StandardCharsets.UTF_8);
        return text.indexOf(UNKNOWN) < 0
                ? binary(text).orElseGet(() -> new Decoded.Text(text.replace(SourceFile.STRAY, UNKNOWN)))
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
        String decoded = text.flip().toString().replace(SourceFile.STRAY, UNKNOWN);
        return binary(decoded)
                .or(() -> result.isError() ? Optional.of(invalid(decoded)) : Optional.empty())
                .orElseGet(() -> new Decoded.Text(decoded));
    }

    /** The text without its byte-order mark; a byte that belongs to no sequence is {@link SourceFile#STRAY}. */
    static Decoded decodeTolerantly(byte[] bytes) {
        int start = startsWith(bytes, 0xEF, 0xBB, 0xBF) ? 3 : 0;
        StringBuilder text = new StringBuilder(bytes.length);
        for (int at = start; at < bytes.length; ) {
            int length = sequence(bytes, at);
            text.append(length == 0 ? String.valueOf(SourceFile.STRAY) : decodeOne(bytes, at, length));
            at += Math.max(1, length);
        }
        return new Decoded.Text(text.toString());
    }

    /** How many bytes look like one character, going by their first bits alone, as HashiCorp's lexer does; 0 for a stray byte. */
    private static int sequence(byte[] bytes, int at) {
        int first = bytes[at] & 0xFF;
        int length = first < 0x80 ? 1 : first < 0xC0 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF8 ? 4 : 0;
        boolean whole = at + length <= bytes.length;
        for (int i = at + 1; whole && i < at + length; i++) {
            whole = (bytes[i] & 0xC0) == 0x80;
        }
        return whole ? length : 0;
    }

    private static String decodeOne(byte[] bytes, int at, int length) {
        String decoded = new String(bytes, at, length, StandardCharsets.UTF_8);
        return decoded.codePointCount(0, decoded.length()) == 1
                ? decoded.replace(SourceFile.STRAY, UNKNOWN)
                : String.valueOf(UNKNOWN);
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
