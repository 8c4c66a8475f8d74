package dev.envgate.hcl;

import dev.envgate.hcl.Value.Piece;
import dev.envgate.text.Span;

/** Finds where the characters of a piece of a string are written. */
final class Birthplace {
    private Birthplace() {}

    /** Where the part of a piece from one offset to another is written; the whole piece's place when that cannot be told. */
    static Origin part(Piece.Known piece, int from, int to) {
        Origin origin = piece.origin();
        Span born = origin.born();
        int lead = lead(piece);
        return lead < 0
                ? origin
                : new Origin(
                        born.file().span(born.start() + lead + from, born.start() + lead + to),
                        origin.hops(),
                        origin.sensitive());
    }

    /** Whether each character of a piece has a place of its own. */
    static boolean exact(Piece.Known piece) {
        return lead(piece) >= 0 || piece.text().length() == 1;
    }

    // How many characters of the place come before those of the text: none, a quote, or it cannot be told (-1).
    private static int lead(Piece.Known piece) {
        Span born = piece.origin().born();
        int more = born.end() - born.start() - piece.text().length();
        if (more == 0) {
            return 0;
        }
        return more == 2 && born.file().text().charAt(born.start()) == '"' ? 1 : -1;
    }

    /** From the beginning of one origin to the end of another, with the way of the first. */
    static Origin across(Origin first, Origin last) {
        boolean sameFile = first.born().file() == last.born().file()
                && first.born().start() <= last.born().end();
        return sameFile
                ? new Origin(first.born().to(last.born()), first.hops(), first.sensitive() || last.sensitive())
                : first;
    }
}
