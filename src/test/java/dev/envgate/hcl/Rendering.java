package dev.envgate.hcl;

import dev.envgate.hcl.Value.Element;
import dev.envgate.hcl.Value.Guard;
import dev.envgate.hcl.Value.Pair;
import dev.envgate.hcl.Value.Piece;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Shows a value that is known in part: {@code <x>} is not known, {@code ?c} behind an element says when it is there, {@code ...x} stands for
 * any number of elements, {@code (c ? a : b)} is one of two, <code>json{…}</code> is text that knows its structure.
 */
final class Rendering {
    private Rendering() {}

    static String of(Value value) {
        return switch (value) {
            case Value.Null ignored -> "null";
            case Value.Bool bool -> String.valueOf(bool.value());
            case Value.Num number -> Arithmetic.text(number.value());
            case Value.Str text -> string(text);
            case Value.Seq sequence ->
                sequence.elements().stream().map(Rendering::element).collect(Collectors.joining(", ", "[", "]"));
            case Value.Dict mapping ->
                Spread.sorted(mapping).stream().map(Rendering::pair).collect(Collectors.joining(", ", "{", "}"));
            case Value.Unknown unknown -> unknown(unknown);
            case Value.Choice choice ->
                "(" + choice.condition().text() + " ? " + of(choice.whenTrue()) + " : " + of(choice.whenFalse()) + ")";
        };
    }

    private static String unknown(Value.Unknown unknown) {
        return switch (unknown.cause().kind()) {
            case FAILED -> "<failed>";
            case BOUND -> "<bound>";
            case UNSUPPORTED -> "<unsupported>";
            case NOT_GIVEN, COMPUTED, NOT_READ, BY_NATURE ->
                "<" + unknown.symbol().text() + ">";
        };
    }

    private static String string(Value.Str text) {
        if (text.pieces().size() == 1 && text.pieces().getFirst() instanceof Piece.Encoded encoded) {
            return encoded.encoding().name().toLowerCase(Locale.ROOT) + "(" + of(encoded.structure()) + ")";
        }
        return text.pieces().stream().map(Rendering::piece).collect(Collectors.joining("", "\"", "\""));
    }

    private static String piece(Piece piece) {
        return switch (piece) {
            case Piece.Known known -> known.text();
            case Piece.Encoded encoded ->
                "${" + encoded.encoding().name().toLowerCase(Locale.ROOT) + "(" + of(encoded.structure()) + ")}";
            case Piece.Hole hole -> "${" + of(hole.value()) + "}";
        };
    }

    private static String guard(Guard guard) {
        return guard.always() ? "" : " ?" + guard.text();
    }

    private static String element(Element element) {
        return switch (element) {
            case Element.One one -> of(one.value()) + guard(one.guard());
            case Element.Rest rest -> "..." + unknown(rest.why()) + guard(rest.guard());
        };
    }

    private static String pair(Pair pair) {
        return switch (pair) {
            case Pair.One one -> key(one.key()) + "=" + of(one.value()) + guard(one.guard());
            case Pair.Rest rest -> "..." + unknown(rest.why()) + guard(rest.guard());
        };
    }

    private static String key(Value.Str key) {
        return key.known() ? key.text() : string(key);
    }
}
