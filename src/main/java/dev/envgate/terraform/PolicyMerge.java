package dev.envgate.terraform;

import dev.envgate.hcl.Cause;
import dev.envgate.hcl.JsonText;
import dev.envgate.hcl.Origin;
import dev.envgate.hcl.Symbol;
import dev.envgate.hcl.Type;
import dev.envgate.hcl.Value;
import dev.envgate.hcl.Value.Element;
import dev.envgate.hcl.Value.Guard;
import dev.envgate.hcl.Value.Pair;
import dev.envgate.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Puts policy documents together as the provider does: a statement takes the place of an earlier one with the same {@code Sid}. */
final class PolicyMerge {
    private static final List<String> MEMBERS = List.of(
            "Sid",
            "Effect",
            "Action",
            "NotAction",
            "Resource",
            "NotResource",
            "Principal",
            "NotPrincipal",
            "Condition");

    private final Span at;
    private final List<Element> statements = new ArrayList<>();
    private final List<Value> versions = new ArrayList<>();
    private final List<Value> ids = new ArrayList<>();

    /** @param at where the document stands */
    PolicyMerge(Span at) {
        this.at = at;
    }

    Value.Dict document() {
        List<Pair> pairs = new ArrayList<>();
        versions.stream()
                .max(Comparator.comparing(PolicyMerge::text))
                .ifPresent(newest -> add(pairs, "Version", newest));
        if (!ids.isEmpty()) {
            add(pairs, "Id", ids.getLast());
        }
        if (!statements.isEmpty()) {
            add(pairs, "Statement", new Value.Seq(Value.Seq.Shape.TUPLE, statements, Origin.at(at)));
        }
        return new Value.Dict(true, pairs, Origin.at(at));
    }

    private static String text(Value value) {
        return Reason.symbolic(value).toString();
    }

    private void add(List<Pair> pairs, String name, Value value) {
        pairs.add(new Pair.One(Run.text(name, at), value, Guard.ALWAYS));
    }

    void version(Value version) {
        versions.add(version);
    }

    void id(Value id) {
        if (!text(id).isEmpty()) {
            ids.add(id);
        }
    }

    /** A document that is JSON in a text; an empty one has nothing to add. */
    void add(Element document) {
        switch (document) {
            case Element.Rest rest -> unknown(rest);
            case Element.One(Value value, Guard guard) -> Case.of(value, guard).forEach(this::add);
        }
    }

    private void add(Case document) {
        switch (document.value()) {
            case Value.Str text when text.pieces().isEmpty() -> {}
            case Value.Str text ->
                Case.of(JsonText.read(text), document.guard()).forEach(this::parsed);
            case Value.Unknown unknown -> unknown(new Element.Rest(unknown, document.guard()));
            case Value.Null _, Value.Bool _, Value.Num _, Value.Seq _, Value.Dict _, Value.Choice _ -> {}
        }
    }

    private void parsed(Case document) {
        if (document.value() instanceof Value.Unknown unknown) {
            unknown(new Element.Rest(unknown, document.guard()));
            return;
        }
        Fields fields = Fields.of(document.value());
        fields.cases("Version", document.guard()).forEach(one -> version(one.value()));
        fields.cases("Id", document.guard()).forEach(one -> id(one.value()));
        fields.cases("Statement", document.guard()).forEach(this::statements);
        fields.open().findFirst().ifPresent(open -> unknown(rest(open, document.guard())));
    }

    private static Element.Rest rest(Value open, Guard guard) {
        return new Element.Rest(unknown(text(open), Reason.cause(open)), guard);
    }

    private static Value.Unknown unknown(String text, Cause cause) {
        return new Value.Unknown(Symbol.expression(text), new Type.Any(), cause, Origin.at(cause.place()));
    }

    private void statements(Case list) {
        switch (list.value()) {
            case Value.Seq sequence -> sequence.elements().forEach(element -> parsed(element, list.guard()));
            case Value.Unknown unknown -> unknown(new Element.Rest(unknown, list.guard()));
            case Value.Null _, Value.Bool _, Value.Num _, Value.Str _, Value.Dict _, Value.Choice _ -> {}
        }
    }

    private void parsed(Element element, Guard guard) {
        switch (element) {
            case Element.Rest rest -> unknown(new Element.Rest(rest.why(), guard.and(rest.guard())));
            case Element.One(Value value, Guard own) ->
                Case.of(value, guard.and(own)).forEach(one -> {
                    if (one.value() instanceof Value.Dict statement) {
                        statement(new Element.One(rewritten(statement), one.guard()));
                    } else if (one.value() instanceof Value.Unknown unknown) {
                        unknown(new Element.Rest(unknown, one.guard()));
                    }
                });
        }
    }

    /** The members that a statement can have, in the provider's order. */
    private static Value.Dict rewritten(Value.Dict statement) {
        Fields fields = Fields.of(statement);
        List<Pair> pairs = new ArrayList<>();
        for (String name : MEMBERS) {
            fields.cases(name, Guard.ALWAYS).stream()
                    .filter(one -> !(one.value() instanceof Value.Null)
                            && !text(one.value()).isEmpty())
                    .forEach(one -> pairs.add(new Pair.One(
                            Value.Str.of(name, one.value().origin()),
                            name.equals("Condition") ? texts(one.value()) : one.value(),
                            one.guard())));
        }
        statement.pairs().stream().filter(Pair.Rest.class::isInstance).forEach(pairs::add);
        return new Value.Dict(true, pairs, statement.origin());
    }

    /** In a condition, {@code true} is written {@code "true"}. */
    private static Value texts(Value value) {
        return switch (value) {
            case Value.Bool _, Value.Num _ -> Value.Str.of(text(value), value.origin());
            case Value.Seq sequence ->
                new Value.Seq(
                        sequence.shape(),
                        sequence.elements().stream().map(PolicyMerge::texts).toList(),
                        value.origin());
            case Value.Dict mapping ->
                new Value.Dict(
                        true, mapping.pairs().stream().map(PolicyMerge::texts).toList(), value.origin());
            case Value.Null _, Value.Str _, Value.Unknown _, Value.Choice _ -> value;
        };
    }

    private static Element texts(Element element) {
        return element instanceof Element.One(Value value, Guard guard)
                ? new Element.One(texts(value), guard)
                : element;
    }

    private static Pair texts(Pair pair) {
        return pair instanceof Pair.One(Value.Str key, Value value, Guard guard)
                ? new Pair.One(key, texts(value), guard)
                : pair;
    }

    /** Adds a statement, or puts it where the one with the same {@code Sid} stands. */
    void statement(Element statement) {
        if (statement instanceof Element.Rest rest) {
            unknown(rest);
            return;
        }
        int same = sameSid(sid(statement));
        if (same < 0) {
            statements.add(statement);
        } else if (statement.guard().always()) {
            statements.set(same, statement);
        } else {
            doubtful(same, statement);
        }
    }

    /** Which of two it is depends on a condition. */
    private void doubtful(int earlier, Element later) {
        Value.Condition condition = later.guard().terms().getFirst().condition();
        statements.set(earlier, new Element.Rest(unknown(condition.text(), condition.cause()), Guard.ALWAYS));
    }

    private int sameSid(Optional<String> sid) {
        for (int i = 0; i < statements.size(); i++) {
            if (sid.isPresent() && sid.equals(sid(statements.get(i)))) {
                return i;
            }
        }
        return -1;
    }

    private static Optional<String> sid(Element element) {
        return element instanceof Element.One(Value value, Guard _)
                ? Fields.of(value).text("Sid")
                : Optional.empty();
    }

    /** Statements that are not known: they may take the place of any that has a {@code Sid}. */
    private void unknown(Element.Rest rest) {
        statements.removeIf(each -> sid(each).isPresent());
        statements.add(rest);
    }
}
