package dev.envgate.hcl;

import dev.envgate.hcl.Value.Element;
import dev.envgate.hcl.Value.Pair;
import java.util.Comparator;
import java.util.List;

/** Writes a collection as the text by which sets of collections are ordered. */
final class SetKey {
    private final StringBuilder text = new StringBuilder();

    private SetKey() {}

    static String of(Value value) {
        SetKey key = new SetKey();
        key.add(value);
        return key.text.toString();
    }

    private void add(Value value) {
        switch (value) {
            case Value.Null ignored -> text.append('~');
            case Value.Bool bool -> text.append(bool.value() ? 'T' : 'F');
            case Value.Num number -> text.append(number.number().text());
            case Value.Str string -> JsonWriter.quote(string.text(), text);
            case Value.Seq sequence -> add(sequence);
            case Value.Dict mapping -> add(mapping);
            case Value.Unknown ignored -> text.append('?');
            case Value.Choice ignored -> text.append('?');
        }
    }

    private void add(Value.Seq sequence) {
        boolean tuple = sequence.shape() == Value.Seq.Shape.TUPLE;
        text.append(tuple ? '<' : '[');
        for (Element element : sequence.elements()) {
            if (element instanceof Element.One one) {
                add(one.value());
            }
            text.append(';');
        }
        text.append(tuple ? '>' : ']');
    }

    private void add(Value.Dict mapping) {
        text.append(mapping.object() ? '<' : '{');
        for (Pair.One pair : sorted(mapping)) {
            if (!mapping.object()) {
                JsonWriter.quote(pair.key().text(), text);
                text.append(':');
            }
            add(pair.value());
            text.append(';');
        }
        text.append(mapping.object() ? '>' : '}');
    }

    private static List<Pair.One> sorted(Value.Dict mapping) {
        return mapping.pairs().stream()
                .filter(Pair.One.class::isInstance)
                .map(Pair.One.class::cast)
                .sorted(Comparator.comparing(pair -> pair.key().text(), Sets::compareText))
                .toList();
    }
}
