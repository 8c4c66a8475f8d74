package dev.envgate.hcl;

import dev.envgate.hcl.Expression.ObjectCons;
import dev.envgate.text.Problem;
import dev.envgate.text.Span;
import java.util.ArrayList;
import java.util.List;

/** Reads a JSON value as the blocks of one type: an object for each label, around an object or a list of objects for the bodies. */
final class JsonBlocks {
    private final String type;
    private final Span typeSpan;
    private final List<Body.Block> blocks = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    JsonBlocks(String type, Span typeSpan) {
        this.type = type;
        this.typeSpan = typeSpan;
    }

    List<Problem> problems() {
        return problems;
    }

    List<Body.Block> read(Expression value, int labels) {
        read(value, labels, List.of(), typeSpan);
        return blocks;
    }

    private void read(Expression value, int missing, List<Body.Label> labels, Span header) {
        for (Expression each : JsonSyntax.each(value)) {
            if (each instanceof ObjectCons object) {
                object(object, missing, labels, header);
            } else if (!(each instanceof Expression.NullLiteral)) {
                String what = missing > 0 ? "an object whose names are its labels" : "an object, or a list of objects";
                problems.add(Problem.at(each.span(), "The block `" + type + "` is written as " + what + "."));
            }
        }
    }

    private void object(ObjectCons object, int missing, List<Body.Label> labels, Span header) {
        if (missing == 0) {
            blocks.add(new Body.Block(type, labels, body(object), header));
            return;
        }
        for (ObjectCons.Pair pair : object.pairs()) {
            Span span = pair.key().span();
            List<Body.Label> longer = new ArrayList<>(labels);
            longer.add(new Body.Label(JsonSyntax.name(pair.key()), span));
            read(pair.value(), missing - 1, longer, span);
        }
    }

    private static Body body(ObjectCons object) {
        List<Body.Attribute> attributes = new ArrayList<>();
        for (ObjectCons.Pair pair : object.pairs()) {
            String name = JsonSyntax.name(pair.key());
            if (!JsonSyntax.isComment(name)) {
                attributes.add(new Body.Attribute(name, pair.key().span(), pair.value()));
            }
        }
        return Body.json(attributes, List.of(), object.span());
    }
}
