package dev.envgate.hcl;

import dev.envgate.hcl.Value.Piece;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/** Makes strings of pieces, and pieces of values. */
final class Strings {
    private static final int ASCII = 128;
    private static final char FIRST_MARK = '\u0300';

    private Strings() {}

    /** What a value contributes to a string that it is written into. */
    static List<Piece> pieces(Value value) {
        return switch (Conversion.convert(value, Types.STRING)) {
            case Value.Str text -> TakenOut.pieces(text);
            case Value.Null nothing -> List.of(new Piece.Hole(nullInText(nothing)));
            case Value other -> List.of(new Piece.Hole(other));
        };
    }

    private static Value nullInText(Value.Null nothing) {
        Cause cause = new Cause(
                Cause.Kind.FAILED,
                "it is null, which cannot stand in a string",
                nothing.origin().born());
        return new Value.Unknown(Symbol.expression("null"), Types.STRING, cause, nothing.origin());
    }

    /** Several strings, one after the other. */
    static Value.Str concat(List<? extends Value> values, Origin origin) {
        List<Piece> pieces = new ArrayList<>();
        for (Value value : values) {
            pieces(value).forEach(piece -> add(pieces, piece));
        }
        return new Value.Str(pieces, origin);
    }

    /** The same string, a mark put onto the letter before it where they lie in two pieces. */
    static Value.Str composed(Value.Str text) {
        List<Piece> pieces = new ArrayList<>();
        text.pieces().forEach(piece -> add(pieces, piece));
        return new Value.Str(pieces, text.origin());
    }

    // A mark goes onto the letter before it, although that is another piece.
    private static void add(List<Piece> pieces, Piece piece) {
        boolean marks = piece instanceof Piece.Known mark
                && !mark.text().isEmpty()
                && mark.text().charAt(0) >= FIRST_MARK
                && !pieces.isEmpty()
                && pieces.getLast() instanceof Piece.Known before
                && !Normalizer.isNormalized(before.text() + mark.text(), Normalizer.Form.NFC);
        if (marks && piece instanceof Piece.Known mark && pieces.removeLast() instanceof Piece.Known before) {
            pieces.add(new Piece.Known(composed(before.text() + mark.text()), before.origin()));
        } else {
            pieces.add(piece);
        }
    }

    /** Known text, in the form in which Terraform keeps all strings: composed characters. */
    static String composed(String text) {
        return ascii(text) || Normalizer.isNormalized(text, Normalizer.Form.NFC)
                ? text
                : Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    private static boolean ascii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= ASCII) {
                return false;
            }
        }
        return true;
    }

    /** The part of a piece from one offset to another, with its own place where that can be told. */
    static Piece.Known part(Piece.Known piece, int from, int to) {
        if (from == 0 && to == piece.text().length()) {
            return piece;
        }
        return new Piece.Known(piece.text().substring(from, to), Birthplace.part(piece, from, to));
    }
}
