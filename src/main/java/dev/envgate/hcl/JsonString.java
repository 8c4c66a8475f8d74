package dev.envgate.hcl;

import dev.envgate.hcl.Value.Piece;
import java.util.ArrayList;
import java.util.List;

/** Reads one string of a JSON text; a hole in it stays a hole. */
final class JsonString {
    private static final int HEX = 16;

    private final JsonCursor cursor;
    private final List<Piece> pieces = new ArrayList<>();
    private boolean exact = true;

    JsonString(JsonCursor cursor) {
        this.cursor = cursor;
    }

    Value.Str read() {
        exact = Birthplace.exact(cursor.known());
        Origin open = cursor.place();
        cursor.advance();
        while (!closed()) {
            switch (cursor.kind()) {
                case END -> throw new JsonError(Cause.Kind.FAILED, "a string is not closed", open.born());
                case HOLE -> pieces.add(new Piece.Hole(cursor.takeHole()));
                case ENCODED -> cursor.openEncoded();
                case TEXT -> text();
            }
        }
        exact &= Birthplace.exact(cursor.known());
        Origin close = cursor.place();
        cursor.advance();
        return string(open, close);
    }

    private boolean closed() {
        return cursor.kind() == JsonCursor.Kind.TEXT && cursor.current() == '"';
    }

    private Value.Str string(Origin open, Origin close) {
        pieces.replaceAll(JsonString::complete);
        Origin whole = exact || pieces.size() != 1 || !(pieces.getFirst() instanceof Piece.Known only)
                ? Birthplace.across(open, close)
                : only.origin();
        if (pieces.size() == 1 && pieces.getFirst() instanceof Piece.Known known) {
            return new Value.Str(List.of(new Piece.Known(Strings.composed(known.text()), known.origin())), whole);
        }
        return new Value.Str(pieces, whole);
    }

    private void text() {
        if (cursor.current() == '\\') {
            escape();
            return;
        }
        Piece.Known known = cursor.known();
        int from = cursor.offset();
        int end = from;
        while (end < known.text().length() && plain(known.text().charAt(end))) {
            end++;
        }
        if (end == from) {
            throw cursor.error("a control character stands in a string");
        }
        pieces.add(Strings.part(known, from, end));
        cursor.moveTo(end);
    }

    private static boolean plain(char c) {
        return c != '"' && c != '\\' && c >= ' ';
    }

    private void escape() {
        Origin start = cursor.place();
        cursor.advance();
        char kind = next();
        String meaning = switch (kind) {
            case '"', '\\', '/' -> String.valueOf(kind);
            case 'b' -> "\b";
            case 'f' -> "\f";
            case 'n' -> "\n";
            case 'r' -> "\r";
            case 't' -> "\t";
            case 'u' -> String.valueOf(unit());
            default -> throw new JsonError(Cause.Kind.FAILED, "there is no such escape", start.born());
        };
        pieces.add(new Piece.Known(meaning, start));
        merge();
    }

    // Two escapes can be the halves of one character.
    private void merge() {
        int last = pieces.size() - 1;
        if (last > 0
                && pieces.get(last) instanceof Piece.Known low
                && pieces.get(last - 1) instanceof Piece.Known high
                && low.text().length() == 1
                && Character.isLowSurrogate(low.text().charAt(0))
                && high.text().length() == 1
                && Character.isHighSurrogate(high.text().charAt(0))) {
            pieces.removeLast();
            pieces.set(last - 1, new Piece.Known(high.text() + low.text(), high.origin()));
        }
    }

    // Half a character is none.
    private static Piece complete(Piece piece) {
        boolean half = piece instanceof Piece.Known known
                && known.text().length() == 1
                && Character.isSurrogate(known.text().charAt(0));
        return half && piece instanceof Piece.Known known ? new Piece.Known("\ufffd", known.origin()) : piece;
    }

    private char unit() {
        int unit = 0;
        for (int i = 0; i < 4; i++) {
            int digit = Character.digit(next(), HEX);
            if (digit < 0) {
                throw cursor.error("four hexadecimal digits are needed");
            }
            unit = unit * HEX + digit;
        }
        return (char) unit;
    }

    private char next() {
        if (cursor.kind() != JsonCursor.Kind.TEXT) {
            throw cursor.error("an escape is not complete");
        }
        char c = cursor.current();
        cursor.advance();
        return c;
    }
}
