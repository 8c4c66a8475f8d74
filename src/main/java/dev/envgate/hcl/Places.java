package dev.envgate.hcl;

import java.util.Arrays;

/** Where the characters of a text are written in its file. */
sealed interface Places {
    /** The offset in the file of a character of the text, or of the end of the text. */
    int of(int offset);

    /** Up to where, from {@code from}, characters are written one behind the other as they are; after at least one character. */
    int endOfRun(int from, int limit);

    /** A text that is written as it is, beginning at an offset. */
    record Shifted(int shift) implements Places {
        @Override
        public int of(int offset) {
            return offset + shift;
        }

        @Override
        public int endOfRun(int from, int limit) {
            return limit;
        }
    }

    /** A text some of whose characters are written as escapes; one place for each character, and the end. */
    final class Listed implements Places {
        private final int[] offsets;

        Listed(int[] offsets, int count) {
            this.offsets = Arrays.copyOf(offsets, count);
        }

        @Override
        public int of(int offset) {
            return offsets[offset];
        }

        @Override
        public int endOfRun(int from, int limit) {
            int at = from + 1;
            while (at < limit && isPlain(at - 1) && isPlain(at)) {
                at++;
            }
            return at;
        }

        private boolean isPlain(int offset) {
            return offsets[offset + 1] == offsets[offset] + 1;
        }
    }
}
