package dev.envgate.hcl;

import dev.envgate.hcl.Value.Guard;
import dev.envgate.hcl.Value.Pair;
import dev.envgate.hcl.Value.Piece;
import dev.envgate.text.SourceFile;
import java.util.ArrayList;
import java.util.List;

/**
 * The text of a template that stands in a string, as a file of its own whose lines have the numbers of those it is written on. What is not
 * known of the text, or was encoded, is a name in the template.
 *
 * @param source the template
 * @param names what those names stand for
 */
public record TemplateText(SourceFile source, List<Pair.One> names) {
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
        StringBuilder text = new StringBuilder();
        List<Pair.One> names = new ArrayList<>();
        string.pieces().forEach(piece -> append(piece, text, names));
        return new TemplateText(file(string, text.toString()), names);
    }

    private static void append(Piece piece, StringBuilder text, List<Pair.One> names) {
        switch (piece) {
            case Piece.Known known -> text.append(known.text());
            case Piece.Hole(Value value) -> text.append(hole(value, names));
            case Piece.Encoded encoded -> encoded(encoded, text, names);
        }
    }

    private static void encoded(Piece.Encoded encoded, StringBuilder text, List<Pair.One> names) {
        List<Piece> written = encoded.encoding().write(encoded.structure());
        if (written.stream().anyMatch(TemplateText::isTemplate)) {
            written.forEach(piece -> append(piece, text, names));
        } else {
            Origin origin = encoded.structure().origin();
            text.append(hole(new Value.Str(List.of(encoded), origin), names));
        }
    }

    private static boolean isTemplate(Piece piece) {
        return piece instanceof Piece.Known known
                && (known.text().contains("${") || known.text().contains("%{"));
    }

    private static String hole(Value value, List<Pair.One> names) {
        String name = HOLE + names.size();
        names.add(new Pair.One(Value.Str.of(name, value.origin()), value, Guard.ALWAYS));
        return "${" + name + "}";
    }

    private static SourceFile file(Value.Str string, String text) {
        Origin first = string.pieces().stream()
                .filter(Piece.Known.class::isInstance)
                .map(piece -> ((Piece.Known) piece).origin())
                .findFirst()
                .orElse(string.origin());
        SourceFile written = first.born().file();
        return written.text().equals(text)
                ? written
                : written.inside(text, first.born().line());
    }
}
