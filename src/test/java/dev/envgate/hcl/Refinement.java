package dev.envgate.hcl;

import dev.envgate.hcl.Value.Element;
import dev.envgate.hcl.Value.Pair;
import dev.envgate.hcl.Value.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Whether a known value is one of those that a value known in part stands for. */
final class Refinement {
    private Refinement() {}

    static boolean allows(Value partly, Value known) {
        return switch (partly) {
            case Value.Unknown ignored -> true;
            case Value.Choice choice -> allows(choice.whenTrue(), known) || allows(choice.whenFalse(), known);
            case Value.Null ignored -> known instanceof Value.Null;
            case Value.Bool bool -> known instanceof Value.Bool other && other.value() == bool.value();
            case Value.Num number ->
                known instanceof Value.Num other && other.value().compareTo(number.value()) == 0;
            case Value.Str text -> known instanceof Value.Str other && strings(text, other);
            case Value.Seq sequence -> known instanceof Value.Seq other && sequences(sequence, other);
            case Value.Dict mapping -> known instanceof Value.Dict other && mappings(mapping, other);
        };
    }

    private static boolean strings(Value.Str partly, Value.Str known) {
        boolean encoded = partly.pieces().size() == 1 && partly.pieces().getFirst() instanceof Piece.Encoded;
        if (encoded && partly.pieces().getFirst() instanceof Piece.Encoded piece && piece.encoding() == Encoding.JSON) {
            Value read = JsonText.read(known);
            return !Extent.of(read).failed() && allows(Decoded.of(piece.structure()), read);
        }
        return Pattern.compile(pattern(Partial.written(partly)), Pattern.DOTALL)
                .matcher(known.text())
                .matches();
    }

    private static String pattern(Value.Str text) {
        StringBuilder pattern = new StringBuilder();
        for (Piece piece : text.pieces()) {
            pattern.append(
                    switch (piece) {
                        case Piece.Known known -> Pattern.quote(known.text());
                        case Piece.Encoded ignored -> ".*";
                        case Piece.Hole hole -> hole(hole.value());
                    });
        }
        return pattern.toString();
    }

    private static String hole(Value value) {
        return switch (value) {
            case Value.Choice choice -> "(?:" + hole(choice.whenTrue()) + "|" + hole(choice.whenFalse()) + ")";
            case Value.Str text -> "(?:" + pattern(Partial.written(text)) + ")";
            case Value ignored -> ".*";
        };
    }

    private static boolean sequences(Value.Seq partly, Value.Seq known) {
        List<Value> values = new ArrayList<>();
        known.elements().forEach(each -> values.add(Sets.representative(each)));
        return partly.shuffled() ? anyOrder(partly.elements(), values) : ordered(partly.elements(), 0, values, 0);
    }

    private static boolean ordered(List<Element> partly, int i, List<Value> known, int j) {
        if (i == partly.size()) {
            return j == known.size();
        }
        return switch (partly.get(i)) {
            case Element.Rest ignored ->
                ordered(partly, i + 1, known, j) || (j < known.size() && ordered(partly, i, known, j + 1));
            case Element.One one ->
                (j < known.size() && allows(one.value(), known.get(j)) && ordered(partly, i + 1, known, j + 1))
                        || (!one.guard().always() && ordered(partly, i + 1, known, j));
        };
    }

    private static boolean anyOrder(List<Element> partly, List<Value> known) {
        boolean open = partly.stream().anyMatch(Element.Rest.class::isInstance);
        for (Value value : known) {
            boolean there =
                    partly.stream().anyMatch(each -> each instanceof Element.One one && allows(one.value(), value));
            if (!there && !open) {
                return false;
            }
        }
        return partly.stream()
                .filter(each -> each instanceof Element.One && each.guard().always())
                .allMatch(each -> known.stream().anyMatch(value -> allows(Sets.representative(each), value)));
    }

    private static boolean mappings(Value.Dict partly, Value.Dict known) {
        Map<String, Value> values = new TreeMap<>();
        for (Pair pair : known.pairs()) {
            if (pair instanceof Pair.One one) {
                values.put(one.key().text(), one.value());
            }
        }
        for (Pair pair : partly.pairs()) {
            boolean certain = pair instanceof Pair.One one
                    && one.guard().always()
                    && one.key().known();
            if (certain
                    && pair instanceof Pair.One one
                    && !values.containsKey(one.key().text())) {
                return false;
            }
        }
        return values.entrySet().stream().allMatch(each -> possible(partly, each.getKey(), each.getValue()));
    }

    private static boolean possible(Value.Dict partly, String key, Value value) {
        Optional<Pair> fitting = partly.pairs().stream()
                .filter(pair -> pair instanceof Pair.Rest
                        || (pair instanceof Pair.One one
                                && Overlay.mayBe(one.key(), key)
                                && allows(one.value(), value)))
                .findFirst();
        return fitting.isPresent();
    }
}
