package dev.envgate.terraform;

import dev.envgate.hcl.Conversion;
import dev.envgate.hcl.Origin;
import dev.envgate.hcl.Type;
import dev.envgate.hcl.Value;
import dev.envgate.hcl.Value.Element;
import dev.envgate.hcl.Value.Guard;
import dev.envgate.hcl.Value.Pair;
import dev.envgate.hcl.Value.Piece;
import dev.envgate.hcl.Value.Seq;
import dev.envgate.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Turns the {@code statement} blocks of a policy document into the statements that the provider makes of them. */
final class PolicyStatements {
    private static final Type TEXTS = new Type.ListOf(new Type.Str());

    private final Span at;

    /** @param at where the document stands */
    PolicyStatements(Span at) {
        this.at = at;
    }

    List<Element> read(Seq blocks) {
        List<Element> statements = new ArrayList<>();
        for (Element element : blocks.elements()) {
            statements.add(
                    element instanceof Element.One(Value.Dict block, Guard guard)
                            ? new Element.One(statement(block), guard)
                            : element);
        }
        return statements;
    }

    private Value.Dict statement(Value.Dict block) {
        Fields fields = Fields.of(block);
        List<Pair> pairs = new ArrayList<>();
        pairs.addAll(member("Sid", fields.cases("sid", Guard.ALWAYS)));
        pairs.addAll(effect(fields, block));
        pairs.addAll(list("Action", fields, "actions", UnaryOperator.identity()));
        pairs.addAll(list("NotAction", fields, "not_actions", UnaryOperator.identity()));
        pairs.addAll(list("Resource", fields, "resources", PolicyStatements::withVariables));
        pairs.addAll(list("NotResource", fields, "not_resources", PolicyStatements::withVariables));
        pairs.addAll(principals("Principal", fields, "principals"));
        pairs.addAll(principals("NotPrincipal", fields, "not_principals"));
        pairs.addAll(conditions(fields));
        return new Value.Dict(true, pairs, block.origin());
    }

    private static List<Pair> effect(Fields fields, Value.Dict block) {
        List<Pair> written = member("Effect", fields.cases("effect", Guard.ALWAYS));
        Value allow = Value.Str.of("Allow", block.origin());
        return written.isEmpty() ? List.of(pair("Effect", allow, Guard.ALWAYS)) : written;
    }

    /** A member of the statement for each case in which there is one; an empty text is none. */
    private static List<Pair> member(String name, List<Case> cases) {
        return cases.stream()
                .filter(one -> !(one.value() instanceof Value.Null) && !isEmpty(one.value()))
                .map(one -> pair(name, one.value(), one.guard()))
                .toList();
    }

    private static boolean isEmpty(Value value) {
        return value instanceof Value.Str text && text.pieces().isEmpty();
    }

    private static Pair pair(String name, Value value, Guard guard) {
        return new Pair.One(Value.Str.of(name, value.origin()), value, guard);
    }

    private static List<Pair> list(String name, Fields fields, String attribute, UnaryOperator<Value> each) {
        List<Pair> pairs = new ArrayList<>();
        for (Case one : texts(fields, attribute)) {
            if (one.value() instanceof Seq sequence && !sequence.elements().isEmpty()) {
                pairs.add(pair(name, single(set(sequence, each)), one.guard()));
            } else if (one.value() instanceof Value.Unknown) {
                pairs.add(pair(name, one.value(), one.guard()));
            }
        }
        return pairs;
    }

    /** The provider writes the elements of a set from the last to the first. */
    private static Seq set(Seq sequence, UnaryOperator<Value> each) {
        List<Element> elements = new ArrayList<>();
        for (Element element : sequence.elements()) {
            elements.add(
                    element instanceof Element.One(Value value, Guard guard)
                            ? new Element.One(each.apply(value), guard)
                            : element);
        }
        return sequence.known()
                ? new Seq(Seq.Shape.TUPLE, fromTheLast(elements), sequence.origin())
                : new Seq(elements.size() > 1 ? Seq.Shape.SET : Seq.Shape.TUPLE, elements, sequence.origin());
    }

    private static List<Element> fromTheLast(List<Element> elements) {
        Map<String, Element> distinct = new LinkedHashMap<>();
        elements.forEach(element -> distinct.putIfAbsent(text(element), element));
        return distinct.values().stream()
                .sorted(Comparator.comparing(PolicyStatements::text).reversed())
                .toList();
    }

    private static String text(Element element) {
        return element instanceof Element.One(Value value, Guard _)
                ? Reason.symbolic(value).toString()
                : "";
    }

    /** A list of one is written without brackets. */
    private static Value single(Seq sequence) {
        return sequence.elements().size() == 1
                        && sequence.elements().getFirst() instanceof Element.One(Value value, Guard guard)
                        && guard.always()
                ? value
                : sequence;
    }

    /** What AWS knows as <code>${aws:username}</code> is written <code>&amp;{aws:username}</code> in Terraform. */
    private static Value withVariables(Value value) {
        return value instanceof Value.Str text
                ? new Value.Str(
                        text.pieces().stream()
                                .map(PolicyStatements::withVariables)
                                .toList(),
                        text.origin())
                : value;
    }

    private static Piece withVariables(Piece piece) {
        return piece instanceof Piece.Known(String text, Origin origin)
                ? new Piece.Known(text.replace("&{", "${"), origin)
                : piece;
    }

    private List<Pair> principals(String name, Fields fields, String type) {
        List<Element> blocks = blocks(fields, type);
        if (blocks.isEmpty()) {
            return List.of();
        }
        return isEverybody(blocks)
                ? List.of(pair(name, Run.text("*", at), Guard.ALWAYS))
                : List.of(pair(
                        name,
                        grouped(blocks, "type", "identifiers", list -> set(list, PolicyStatements::withVariables)),
                        Guard.ALWAYS));
    }

    private static boolean isEverybody(List<Element> blocks) {
        return blocks.size() == 1
                && blocks.getFirst() instanceof Element.One(Value value, Guard _)
                && Fields.of(value).text("type").filter("*"::equals).isPresent()
                && Fields.of(value)
                        .elements("identifiers")
                        .allMatch(each -> Reason.text(each).filter("*"::equals).isPresent());
    }

    private List<Pair> conditions(Fields fields) {
        Map<String, List<Element>> byTest = new LinkedHashMap<>();
        for (Element element : blocks(fields, "condition")) {
            byTest.computeIfAbsent(key(element, "test"), test -> new ArrayList<>())
                    .add(element);
        }
        List<Pair> tests = new ArrayList<>();
        byTest.forEach((test, blocks) ->
                tests.add(pair(test, grouped(blocks, "variable", "values", PolicyStatements::values), Guard.ALWAYS)));
        return tests.isEmpty()
                ? List.of()
                : List.of(pair("Condition", new Value.Dict(true, tests, Origin.at(at)), Guard.ALWAYS));
    }

    private static Seq values(Seq values) {
        List<Element> elements = new ArrayList<>();
        for (Element element : values.elements()) {
            elements.add(
                    element instanceof Element.One(Value value, Guard guard)
                            ? new Element.One(withVariables(value), guard)
                            : element);
        }
        return new Seq(Seq.Shape.TUPLE, elements, values.origin());
    }

    private static List<Element> blocks(Fields fields, String type) {
        return fields.cases(type, Guard.ALWAYS).stream()
                .flatMap(one -> one.value() instanceof Seq sequence ? sequence.elements().stream() : Stream.of())
                .toList();
    }

    private static String key(Element element, String attribute) {
        return element instanceof Element.One(Value value, Guard _)
                ? Fields.of(value).cases(attribute, Guard.ALWAYS).stream()
                        .findFirst()
                        .map(one -> Reason.symbolic(one.value()).toString())
                        .orElse("")
                : "";
    }

    /** An object with a list for each key that the blocks have; those of one key are put together. */
    private Value grouped(List<Element> blocks, String key, String list, UnaryOperator<Seq> each) {
        Map<String, List<Element>> groups = new LinkedHashMap<>();
        List<Pair> open = new ArrayList<>();
        for (Element block : blocks) {
            switch (block) {
                case Element.One(Value value, Guard _) ->
                    groups.computeIfAbsent(key(block, key), name -> new ArrayList<>())
                            .addAll(elements(value, list));
                case Element.Rest(Value.Unknown why, Guard guard) -> open.add(new Pair.Rest(why, guard));
            }
        }
        List<Pair> pairs = new ArrayList<>();
        groups.forEach((name, elements) -> pairs.add(
                pair(name, single(each.apply(new Seq(Seq.Shape.TUPLE, elements, Origin.at(at)))), Guard.ALWAYS)));
        pairs.addAll(open);
        return new Value.Dict(true, pairs, Origin.at(at));
    }

    private static List<Element> elements(Value block, String list) {
        return texts(Fields.of(block), list).stream()
                .flatMap(one -> switch (one.value()) {
                    case Seq sequence -> sequence.elements().stream();
                    case Value.Unknown unknown -> Stream.<Element>of(new Element.Rest(unknown, one.guard()));
                    case Value.Null _, Value.Bool _, Value.Num _, Value.Str _, Value.Dict _, Value.Choice _ ->
                        Stream.<Element>of();
                })
                .toList();
    }

    /** The provider's lists are lists of texts, so {@code true} becomes one. */
    private static List<Case> texts(Fields fields, String list) {
        return fields.cases(list, Guard.ALWAYS).stream()
                .map(one -> new Case(Conversion.convert(one.value(), TEXTS), one.guard()))
                .toList();
    }
}
