package dev.envgate.hcl;

import dev.envgate.hcl.Value.Piece;
import dev.envgate.text.Span;
import java.util.ArrayList;
import java.util.List;

/** Walks through the pieces of a JSON text, character by character and hole by hole. */
final class JsonCursor {
    /** What the cursor stands at. */
    enum Kind {
        TEXT,
        HOLE,
        ENCODED,
        END
    }

    private final Origin origin;
    private List<Piece> pieces;
    private int piece;
    private int offset;

    JsonCursor(Value.Str text) {
        this.origin = text.origin();
        this.pieces =
                text.pieces().stream().flatMap(each -> plain(each).stream()).toList();
    }

    // JSON knows only how to take back JSON.
    private static List<Piece> plain(Piece piece) {
        return piece instanceof Piece.Encoded(Encoding encoding, Value structure) && encoding != Encoding.JSON
                ? encoding.write(structure)
                : List.of(piece);
    }

    Kind kind() {
        while (piece < pieces.size()
                && pieces.get(piece) instanceof Piece.Known known
                && offset == known.text().length()) {
            next();
        }
        if (piece == pieces.size()) {
            return Kind.END;
        }
        return switch (pieces.get(piece)) {
            case Piece.Known ignored -> Kind.TEXT;
            case Piece.Hole ignored -> Kind.HOLE;
            case Piece.Encoded ignored -> Kind.ENCODED;
        };
    }

    private void next() {
        piece++;
        offset = 0;
    }

    boolean atEnd() {
        return kind() == Kind.END;
    }

    /** The character that the cursor stands at, which is text. */
    char current() {
        return known().text().charAt(offset);
    }

    /** The piece of text that the cursor stands in. */
    Piece.Known known() {
        if (pieces.get(piece) instanceof Piece.Known known) {
            return known;
        }
        throw new IllegalStateException("the cursor does not stand at text");
    }

    int offset() {
        return offset;
    }

    void advance() {
        offset++;
    }

    /** Goes to the end of the piece of text that the cursor stands in, or to a place in it. */
    void moveTo(int place) {
        offset = place;
    }

    void skipBlanks() {
        while (kind() == Kind.TEXT && isBlank(current())) {
            advance();
        }
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\n' || c == '\t' || c == '\r';
    }

    Value takeHole() {
        if (pieces.get(piece) instanceof Piece.Hole(Value value)) {
            next();
            return value;
        }
        throw new IllegalStateException("the cursor does not stand at a hole");
    }

    /** Whether the hole at the cursor is a whole value or a row of values, and not a part of a number or a word. */
    boolean holeStandsAlone() {
        int after = piece + 1;
        while (after < pieces.size()
                && pieces.get(after) instanceof Piece.Known known
                && known.text().isEmpty()) {
            after++;
        }
        if (after >= pieces.size() || !(pieces.get(after) instanceof Piece.Known known)) {
            return true;
        }
        char c = known.text().charAt(0);
        return isBlank(c) || "{}[],\"".indexOf(c) >= 0;
    }

    /** Takes text, holes and encoded values up to the next blank, comma or bracket. */
    List<Piece> takeRun() {
        List<Piece> run = new ArrayList<>();
        while (true) {
            switch (kind()) {
                case END -> {
                    return run;
                }
                case ENCODED -> {
                    if (!run.isEmpty()) {
                        return run;
                    }
                    run.add(pieces.get(piece));
                    next();
                    // What follows is no part of it: an encoded value says itself where it ends.
                    return run;
                }
                case HOLE -> {
                    if (!run.isEmpty() && delimits(pieces.get(piece))) {
                        return run;
                    }
                    run.add(pieces.get(piece));
                    next();
                }
                case TEXT -> {
                    int end = endOfWord();
                    if (end > offset) {
                        run.add(Strings.part(known(), offset, end));
                    }
                    moveTo(end);
                    if (kind() == Kind.TEXT && isDelimiter(current())) {
                        return checked(run);
                    }
                }
            }
        }
    }

    // `1%{ if c }, 2%{ endif }`: the hole is empty or begins behind the value.
    private static boolean delimits(Piece piece) {
        return piece instanceof Piece.Hole(Value value) && delimits(value);
    }

    private static boolean delimits(Value value) {
        return switch (value) {
            case Value.Choice choice -> delimits(choice.whenTrue()) && delimits(choice.whenFalse());
            case Value.Str text ->
                text.pieces().isEmpty() || begins(text.pieces().getFirst());
            case Value ignored -> false;
        };
    }

    private static boolean begins(Piece piece) {
        return piece instanceof Piece.Known known && isDelimiter(known.text().charAt(0));
    }

    private List<Piece> checked(List<Piece> run) {
        if (run.isEmpty()) {
            throw error("a value is missing");
        }
        return run;
    }

    private int endOfWord() {
        String text = known().text();
        int end = offset;
        while (end < text.length() && !isDelimiter(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isDelimiter(char c) {
        return isBlank(c) || "{}[],:\"".indexOf(c) >= 0;
    }

    /** Replaces the encoded value at the cursor by its text, because it stands inside of a string. */
    void openEncoded() {
        if (pieces.get(piece) instanceof Piece.Encoded(Encoding encoding, Value structure)) {
            List<Piece> opened = new ArrayList<>(pieces.subList(0, piece));
            opened.addAll(encoding.write(structure));
            opened.addAll(pieces.subList(piece + 1, pieces.size()));
            pieces = opened;
        }
    }

    /** Where the cursor stands. */
    Origin place() {
        if (kind() == Kind.TEXT) {
            return Birthplace.part(known(), offset, offset + 1);
        }
        return atEnd() ? origin : holeOrigin();
    }

    private Origin holeOrigin() {
        return switch (pieces.get(piece)) {
            case Piece.Known known -> known.origin();
            case Piece.Encoded encoded -> encoded.structure().origin();
            case Piece.Hole hole -> hole.value().origin();
        };
    }

    JsonError error(String reason) {
        return error(reason, place().born());
    }

    JsonError error(String reason, Span at) {
        return new JsonError(Cause.Kind.FAILED, reason, at);
    }

    JsonError tooDeep() {
        return new JsonError(
                Cause.Kind.BOUND, "it is nested deeper than " + Budget.NESTING + " levels", place().born());
    }
}
