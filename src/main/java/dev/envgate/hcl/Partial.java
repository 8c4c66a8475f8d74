package dev.envgate.hcl;

import dev.envgate.hcl.Value.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/** Works on strings whose text is known in part. */
final class Partial {
    private Partial() {}

    /** The text before the first hole. */
    static String prefix(Value.Str text) {
        StringBuilder known = new StringBuilder();
        for (Piece piece : written(text).pieces()) {
            if (!(piece instanceof Piece.Known one)) {
                break;
            }
            known.append(one.text());
        }
        return known.toString();
    }

    /** The text behind the last hole. */
    static String suffix(Value.Str text) {
        StringBuilder known = new StringBuilder();
        for (Piece piece : written(text).pieces().reversed()) {
            if (!(piece instanceof Piece.Known one)) {
                break;
            }
            known.insert(0, one.text());
        }
        return known.toString();
    }

    /** The same string with what was encoded written out, so that there is only text and holes. */
    static Value.Str written(Value.Str text) {
        if (text.pieces().stream().noneMatch(Piece.Encoded.class::isInstance)) {
            return text;
        }
        List<Piece> pieces = new ArrayList<>();
        for (Piece piece : text.pieces()) {
            if (piece instanceof Piece.Encoded(Encoding encoding, Value structure)) {
                pieces.addAll(encoding.write(structure));
            } else {
                pieces.add(piece);
            }
        }
        return new Value.Str(pieces, text.origin());
    }

    /** The runs of text between holes. */
    static List<String> runs(Value.Str text) {
        List<String> runs = new ArrayList<>();
        StringBuilder run = new StringBuilder();
        for (Piece piece : written(text).pieces()) {
            if (piece instanceof Piece.Known known) {
                run.append(known.text());
            } else {
                runs.add(run.toString());
                run.setLength(0);
            }
        }
        runs.add(run.toString());
        return runs;
    }

    /** The pieces without so many characters at the beginning and at the end, which are text. */
    static List<Piece> without(Value.Str text, int atStart, int atEnd) {
        List<Piece> pieces = new ArrayList<>(text.pieces());
        int left = atStart;
        while (left > 0 && pieces.getFirst() instanceof Piece.Known first) {
            int cut = Math.min(left, first.text().length());
            pieces.set(0, Strings.part(first, cut, first.text().length()));
            dropEmpty(pieces, 0);
            left -= cut;
        }
        left = atEnd;
        while (left > 0 && pieces.getLast() instanceof Piece.Known last) {
            int cut = Math.min(left, last.text().length());
            pieces.set(pieces.size() - 1, Strings.part(last, 0, last.text().length() - cut));
            dropEmpty(pieces, pieces.size() - 1);
            left -= cut;
        }
        return pieces;
    }

    private static void dropEmpty(List<Piece> pieces, int index) {
        if (pieces.get(index) instanceof Piece.Known known && known.text().isEmpty()) {
            pieces.remove(index);
        }
    }

    /** Without the characters at the end that a test accepts; when only a hole is left there, nothing can be said of it. */
    static Value.Str trimEnd(Invocation call, Value.Str text, IntPredicate test) {
        Value.Str written = written(text);
        String suffix = suffix(written);
        int end = suffix.length();
        while (end > 0 && test.test(suffix.charAt(end - 1))) {
            end--;
        }
        List<Piece> pieces = new ArrayList<>(without(written, 0, suffix.length() - end));
        if (!pieces.isEmpty() && pieces.getLast() instanceof Piece.Hole) {
            pieces.set(pieces.size() - 1, new Piece.Hole(call.site().derived(Types.STRING, text)));
        }
        return new Value.Str(pieces, call.originOf(0));
    }

    /** Without the characters at the beginning that a test accepts. */
    static Value.Str trimStart(Invocation call, Value.Str text, IntPredicate test) {
        Value.Str written = written(text);
        String prefix = prefix(written);
        int start = 0;
        while (start < prefix.length() && test.test(prefix.charAt(start))) {
            start++;
        }
        List<Piece> pieces = new ArrayList<>(without(written, start, 0));
        if (!pieces.isEmpty() && pieces.getFirst() instanceof Piece.Hole) {
            pieces.set(0, new Piece.Hole(call.site().derived(Types.STRING, text)));
        }
        return new Value.Str(pieces, call.originOf(0));
    }

    /** The pieces with another piece put behind each of a character. */
    static List<Piece> afterEach(Value.Str text, char mark, Piece.Known insert) {
        List<Piece> pieces = new ArrayList<>();
        for (Piece piece : written(text).pieces()) {
            if (piece instanceof Piece.Known known) {
                int from = 0;
                for (int at = known.text().indexOf(mark);
                        at >= 0;
                        at = known.text().indexOf(mark, from)) {
                    pieces.add(Strings.part(known, from, at + 1));
                    pieces.add(insert);
                    from = at + 1;
                }
                pieces.add(Strings.part(known, from, known.text().length()));
            } else {
                pieces.add(piece);
            }
        }
        return pieces;
    }
}
