package dev.envgate.hcl;

import dev.envgate.hcl.Value.Guard;
import dev.envgate.hcl.Value.Pair;
import dev.envgate.hcl.Value.Piece;
import dev.envgate.text.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * A template that stands in a string. What is not known of the string, or was encoded, is a name in the template.
 *
 * @param text the template, known all over
 * @param names what those names stand for
 */
public record TemplateText(Value.Str text, List<Pair.One> names) {
    /** Nobody writes a middle dot, and yet it may stand in a name. */
    private static final String HOLE = "hole\u00b7";

    public TemplateText {
        names = List.copyOf(names);
    }

    /** Whether a name is one of those that stand for what is not known. */
    public static boolean standsForHole(String name) {
        return name.startsWith(HOLE);
    }

    /** The template that a string holds. */
    public static TemplateText of(Value.Str string) {
        List<Piece> pieces = new ArrayList<>();
        List<Pair.One> names = new ArrayList<>();
        string.pieces().forEach(piece -> append(piece, pieces, names, string.origin()));
        return new TemplateText(new Value.Str(pieces, string.origin()), names);
    }

    private static void append(Piece piece, List<Piece> pieces, List<Pair.One> names, Origin origin) {
        switch (piece) {
            case Piece.Known known -> pieces.add(known);
            case Piece.Hole(Value value) -> pieces.add(hole(value, names, place(pieces, origin)));
            case Piece.Encoded encoded -> encoded(encoded, pieces, names, origin);
        }
    }

    private static void encoded(Piece.Encoded encoded, List<Piece> pieces, List<Pair.One> names, Origin origin) {
        List<Piece> written = encoded.encoding().write(encoded.structure());
        if (written.stream().anyMatch(TemplateText::isTemplate)) {
            written.forEach(piece -> append(piece, pieces, names, origin));
        } else {
            Value.Str whole =
                    new Value.Str(List.of(encoded), encoded.structure().origin());
            pieces.add(hole(whole, names, place(pieces, origin)));
        }
    }

    private static boolean isTemplate(Piece piece) {
        return piece instanceof Piece.Known known
                && (known.text().contains("${") || known.text().contains("%{"));
    }

    private static Piece.Known hole(Value value, List<Pair.One> names, Origin place) {
        String name = HOLE + names.size();
        names.add(new Pair.One(Value.Str.of(name, value.origin()), value, Guard.ALWAYS));
        return new Piece.Known("${" + name + "}", place);
    }

    /** A hole is written behind what comes before it. */
    private static Origin place(List<Piece> pieces, Origin otherwise) {
        if (pieces.isEmpty() || !(pieces.getLast() instanceof Piece.Known known)) {
            return otherwise;
        }
        Span before = known.origin().born();
        return Origin.at(before.file().span(before.end(), before.end()));
    }
}
