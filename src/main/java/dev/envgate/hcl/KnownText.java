package dev.envgate.hcl;

import dev.envgate.hcl.Value.Piece;
import dev.envgate.text.SourceFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Pieces of text in a row, addressed by the offsets of the text that they make together, so that a part of it keeps its place. */
final class KnownText {
    private final List<Piece.Known> pieces;
    private final int[] starts;

    KnownText(List<Piece.Known> pieces) {
        this.pieces = List.copyOf(pieces);
        this.starts = new int[pieces.size()];
        for (int i = 1; i < starts.length; i++) {
            starts[i] = starts[i - 1] + pieces.get(i - 1).text().length();
        }
    }

    /** That of a string that is known. */
    static KnownText of(Value.Str text) {
        List<Piece.Known> pieces = new ArrayList<>();
        for (Piece piece : TakenOut.pieces(Partial.written(text))) {
            if (piece instanceof Piece.Known known) {
                pieces.add(known);
            }
        }
        return new KnownText(pieces);
    }

    private int holding(int offset) {
        int found = Arrays.binarySearch(starts, offset);
        return found < 0 ? -found - 2 : found;
    }

    /** Adds the part from one offset to another, in its pieces. */
    void copy(int from, int to, List<? super Piece.Known> target) {
        int at = from;
        for (int i = holding(from); at < to && i < starts.length; i++) {
            Piece.Known known = pieces.get(i);
            int end = Math.min(to - starts[i], known.text().length());
            if (end > at - starts[i]) {
                target.add(Strings.part(known, at - starts[i], end));
                at = starts[i] + end;
            }
        }
    }

    /** Where a part begins and how far it goes in its first piece; empty at the very end. */
    Optional<Origin> origin(int from, int to) {
        int first = holding(from);
        while (first >= 0
                && first < starts.length
                && starts[first] + pieces.get(first).text().length() <= from) {
            first++;
        }
        if (first < 0 || first >= starts.length) {
            return Optional.empty();
        }
        int end = Math.min(to - starts[first], pieces.get(first).text().length());
        return Optional.of(
                Birthplace.part(pieces.get(first), from - starts[first], Math.max(end, from - starts[first])));
    }

    /** A lexer of the text that knows where each character is written; empty when they do not follow each other in one file. */
    Optional<Lexer> lexer() {
        if (pieces.isEmpty()) {
            return Optional.empty();
        }
        SourceFile file = pieces.getFirst().origin().born().file();
        StringBuilder text = new StringBuilder();
        pieces.forEach(piece -> text.append(piece.text()));
        int[] offsets = offsets(text.length());
        boolean together =
                pieces.stream().allMatch(piece -> piece.origin().born().file() == file);
        return together && isForward(offsets)
                ? Optional.of(new Lexer(file, text.toString(), new Places.Listed(offsets, offsets.length)))
                : Optional.empty();
    }

    private static boolean isForward(int[] offsets) {
        for (int i = 1; i < offsets.length; i++) {
            if (offsets[i] < offsets[i - 1]) {
                return false;
            }
        }
        return true;
    }

    private int[] offsets(int length) {
        int[] offsets = new int[length + 1];
        int at = 0;
        for (Piece.Known piece : pieces) {
            for (int i = 0; i < piece.text().length(); i++) {
                offsets[at++] = Birthplace.part(piece, i, i + 1).born().start();
            }
            int size = piece.text().length();
            offsets[at] = Birthplace.part(piece, size, size).born().end();
        }
        return offsets;
    }

    /** The part from one offset to another as a string that was born there. */
    Value.Str part(int from, int to, Origin otherwise) {
        List<Piece.Known> part = new ArrayList<>();
        copy(from, to, part);
        Origin origin = origin(from, to).orElse(otherwise);
        return Strings.composed(
                new Value.Str(List.copyOf(part), otherwise.sensitive() ? origin.asSensitive() : origin));
    }
}
