package dev.envgate.hcl;

import static dev.envgate.hcl.Function.named;
import static dev.envgate.hcl.Types.BOOL;
import static dev.envgate.hcl.Types.NUMBER;
import static dev.envgate.hcl.Types.STRING;

import dev.envgate.hcl.Value.Element;
import dev.envgate.hcl.Value.Guard;
import dev.envgate.hcl.Value.Piece;
import dev.envgate.hcl.Value.Seq.Shape;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Functions of strings. Where a string is known in part, so is what becomes of it. */
final class StringFunctions {
    private StringFunctions() {}

    static List<Function> all() {
        return Functions.family(
                named("upper")
                        .takesPartly(STRING)
                        .gives(STRING, call -> each(call.string(0), call, "upper", StringFunctions::upper)),
                named("lower")
                        .takesPartly(STRING)
                        .gives(STRING, call -> each(call.string(0), call, "lower", StringFunctions::lower)),
                named("title").takes(STRING).gives(STRING, call -> call.formOf(0, title(call.text(0)))),
                named("strrev").takes(STRING).gives(STRING, StringFunctions::reverse),
                named("chomp").takesPartly(STRING).gives(STRING, StringFunctions::chomp),
                named("indent").takes(NUMBER).takesPartly(STRING).gives(STRING, StringFunctions::indent),
                named("trim").takes(STRING).takes(STRING).gives(STRING, StringFunctions::trim),
                named("trimprefix").takesPartly(STRING).takes(STRING).gives(STRING, StringFunctions::trimPrefix),
                named("trimsuffix").takesPartly(STRING).takes(STRING).gives(STRING, StringFunctions::trimSuffix),
                named("trimspace").takesPartly(STRING).gives(STRING, StringFunctions::trimSpace),
                named("startswith").takesPartly(STRING).takes(STRING).gives(BOOL, StringFunctions::startsWith),
                named("endswith").takesPartly(STRING).takes(STRING).gives(BOOL, StringFunctions::endsWith),
                named("strcontains").takesPartly(STRING).takes(STRING).gives(BOOL, StringFunctions::contains),
                named("substr").takes(STRING).takes(NUMBER).takes(NUMBER).gives(STRING, StringFunctions::substring),
                named("split").takes(STRING).takesPartly(STRING).gives(new Type.ListOf(STRING), StringFunctions::split),
                named("join").takesPartly(STRING).takesAnything().andMore().gives(STRING, StringFunctions::join));
    }

    /** Changes each known part by itself. */
    private static Value each(Value.Str text, Invocation call, String name, UnaryOperator<String> change) {
        List<Piece> pieces = new ArrayList<>();
        for (Piece piece : Partial.written(text).pieces()) {
            pieces.add(
                    switch (piece) {
                        case Piece.Known known ->
                            new Piece.Known(Strings.composed(change.apply(known.text())), known.origin());
                        case Piece.Encoded ignored -> piece;
                        case Piece.Hole hole -> new Piece.Hole(changed(hole.value(), call, name, change));
                    });
        }
        return new Value.Str(pieces, call.originOf(0));
    }

    private static Value changed(Value hole, Invocation call, String name, UnaryOperator<String> change) {
        return Cases.top(hole, call.site(), value -> switch (value) {
            case Value.Str text -> each(text, call, name, change);
            case Value.Unknown unknown -> {
                Symbol symbol = Symbol.expression(name + "(" + unknown.symbol().text() + ")");
                yield new Value.Unknown(symbol, STRING, unknown.cause(), unknown.origin());
            }
            case Value other -> other;
        });
    }

    // One character for one character: Terraform does not make two letters of one.
    private static String upper(String text) {
        StringBuilder upper = new StringBuilder(text.length());
        text.codePoints().map(Character::toUpperCase).forEach(upper::appendCodePoint);
        return upper.toString();
    }

    private static String lower(String text) {
        StringBuilder lower = new StringBuilder(text.length());
        text.codePoints().map(Character::toLowerCase).forEach(lower::appendCodePoint);
        return lower.toString();
    }

    private static String title(String text) {
        StringBuilder title = new StringBuilder(text.length());
        int before = ' ';
        for (int point : text.codePoints().toArray()) {
            title.appendCodePoint(separates(before) ? Character.toTitleCase(point) : point);
            before = point;
        }
        return title.toString();
    }

    private static boolean separates(int point) {
        if (point < 128) {
            return !Character.isLetterOrDigit(point) && point != '_';
        }
        return !Character.isLetter(point) && !Character.isDigit(point) && Character.isWhitespace(point);
    }

    private static Value reverse(Invocation call) {
        List<String> graphemes = new ArrayList<>(Graphemes.of(call.text(0)));
        Collections.reverse(graphemes);
        return call.formOf(0, String.join("", graphemes));
    }

    private static Value chomp(Invocation call) {
        return Partial.trimEnd(call, call.string(0), c -> c == '\n' || c == '\r');
    }

    private static Value trimSpace(Invocation call) {
        return Partial.trimEnd(
                call, Partial.trimStart(call, call.string(0), StringFunctions::isSpace), StringFunctions::isSpace);
    }

    private static boolean isSpace(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0x85;
    }

    private static Value indent(Invocation call) {
        int width = call.number(0).min(BigDecimal.valueOf(10_000)).intValue();
        if (width < 0 || !Arithmetic.whole(call.number(0))) {
            return call.failed("an indent is a whole number from zero");
        }
        Piece.Known blanks = new Piece.Known(" ".repeat(width), call.site().origin());
        return new Value.Str(Partial.afterEach(call.string(1), '\n', blanks), call.originOf(1));
    }

    private static Value trim(Invocation call) {
        Set<Integer> set = call.text(1).codePoints().boxed().collect(Collectors.toSet());
        int[] points = call.text(0).codePoints().toArray();
        int from = 0;
        int to = points.length;
        while (from < to && set.contains(points[from])) {
            from++;
        }
        while (to > from && set.contains(points[to - 1])) {
            to--;
        }
        return call.formOf(0, new String(points, from, to - from));
    }

    private static Value trimPrefix(Invocation call) {
        Value.Str text = Partial.written(call.string(0));
        String prefix = call.text(1);
        if (!Partial.prefix(text).startsWith(prefix)) {
            return perhaps(call, Equality.clash(Partial.prefix(text), prefix, false));
        }
        return new Value.Str(Partial.without(text, prefix.length(), 0), call.originOf(0));
    }

    private static Value trimSuffix(Invocation call) {
        Value.Str text = Partial.written(call.string(0));
        String suffix = call.text(1);
        if (!Partial.suffix(text).endsWith(suffix)) {
            return perhaps(call, Equality.clash(Partial.suffix(text), suffix, true));
        }
        return new Value.Str(Partial.without(text, 0, suffix.length()), call.originOf(0));
    }

    // Nothing to trim, if that can be told.
    private static Value perhaps(Invocation call, boolean certainlyNot) {
        return certainlyNot || call.string(0).known()
                ? call.argument(0).withOrigin(call.originOf(0))
                : call.site().derived(STRING, call.argument(0));
    }

    private static Value startsWith(Invocation call) {
        String known = Partial.prefix(call.string(0));
        return known.startsWith(call.text(1))
                ? call.answer(true)
                : answer(call, Equality.clash(known, call.text(1), false));
    }

    private static Value endsWith(Invocation call) {
        String known = Partial.suffix(call.string(0));
        return known.endsWith(call.text(1))
                ? call.answer(true)
                : answer(call, Equality.clash(known, call.text(1), true));
    }

    private static Value answer(Invocation call, boolean certainlyNot) {
        return certainlyNot || call.string(0).known()
                ? call.answer(false)
                : call.site().derived(BOOL, call.argument(0));
    }

    private static Value contains(Invocation call) {
        boolean inside = Partial.runs(call.string(0)).stream().anyMatch(run -> run.contains(call.text(1)));
        return inside ? call.answer(true) : answer(call, false);
    }

    private static Value substring(Invocation call) {
        List<String> graphemes = Graphemes.of(call.text(0));
        BigDecimal size = BigDecimal.valueOf(graphemes.size());
        if (!Arithmetic.whole(call.number(1)) || !Arithmetic.whole(call.number(2))) {
            return call.failed("`substr` takes whole numbers");
        }
        int from = call.number(1).min(size).max(size.negate()).intValue();
        int start = from < 0 ? from + graphemes.size() : from;
        int length = call.number(2).min(size).max(BigDecimal.ONE.negate()).intValue();
        int end = length < 0 ? graphemes.size() : Math.min(graphemes.size(), start + length);
        return call.formOf(0, String.join("", graphemes.subList(start, Math.max(start, end))));
    }

    private static Value split(Invocation call) {
        List<Element> elements = new ArrayList<>();
        String separator = call.text(0);
        if (call.string(1).known()) {
            List<String> parts = parts(call.text(1), separator);
            if (parts.size() == 1) {
                elements.add(new Element.One(call.string(1).withOrigin(call.originOf(1)), Guard.ALWAYS));
            } else {
                cut(parts, separator.length(), call).forEach(part -> elements.add(new Element.One(part, Guard.ALWAYS)));
            }
            return new Value.Seq(Shape.LIST, STRING, elements, call.origin());
        }
        return new Value.Seq(Shape.LIST, STRING, aroundHoles(call, separator), call.origin());
    }

    private static List<Value.Str> cut(List<String> parts, int between, Invocation call) {
        KnownText text = KnownText.of(call.string(1));
        List<Value.Str> all = new ArrayList<>();
        int at = 0;
        for (String part : parts) {
            all.add(text.part(at, at + part.length(), call.originOf(1)));
            at += part.length() + between;
        }
        return all;
    }

    // Between the first and the last hole anything may be; what lies before and behind is known.
    private static List<Element> aroundHoles(Invocation call, String separator) {
        List<String> before = parts(Partial.prefix(call.string(1)), separator);
        List<String> after = parts(Partial.suffix(call.string(1)), separator);
        List<Element> elements = new ArrayList<>();
        before.subList(0, before.size() - 1)
                .forEach(part -> elements.add(new Element.One(call.formOf(1, part), Guard.ALWAYS)));
        elements.add(new Element.Rest(call.site().derived(STRING, call.argument(1)), Guard.ALWAYS));
        after.subList(1, after.size())
                .forEach(part -> elements.add(new Element.One(call.formOf(1, part), Guard.ALWAYS)));
        return elements;
    }

    private static List<String> parts(String text, String separator) {
        if (separator.isEmpty()) {
            return Graphemes.of(text);
        }
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int at = text.indexOf(separator); at >= 0; at = text.indexOf(separator, from)) {
            parts.add(text.substring(from, at));
            from = at + separator.length();
        }
        parts.add(text.substring(from));
        return parts;
    }

    private static Value join(Invocation call) {
        if (call.count() < 2) {
            return call.failed("`join` takes a separator and at least one list");
        }
        List<Joining.Item> items = new ArrayList<>();
        List<Value> failures = new ArrayList<>();
        for (Element list : call.elements().subList(1, call.count())) {
            for (Element element : Lists.elements(list, call, failures)) {
                items.add(item(element, call, failures));
            }
        }
        boolean ordered =
                call.from(1).stream().allMatch(list -> !(list instanceof Value.Seq sequence) || !sequence.shuffled());
        if (!ordered && !items.stream().allMatch(StringFunctions::orderless)) {
            return call.site().derived(STRING, call.from(1));
        }
        return failures.isEmpty()
                ? new Value.Str(new Joining(call.string(0).pieces(), call.origin()).join(items), call.origin())
                : failures.getFirst();
    }

    // The elements of a JSON list that is put together may stand in any order, for all that matters here.
    private static boolean orderless(Joining.Item item) {
        return item.open() || item.pieces().stream().anyMatch(Piece.Encoded.class::isInstance);
    }

    // `join("", aws_x.y[*].arn)` is how the one instance was named before `one`.
    private static Joining.Item rest(Element.Rest rest, Invocation call) {
        Symbol symbol = rest.why().symbol();
        boolean single = call.string(0).pieces().isEmpty() && symbol.reference() && symbol.splat();
        Value hole = single
                ? new Value.Unknown(
                        symbol.at("[0]"), STRING, rest.why().cause(), rest.why().origin())
                : call.site().derived(STRING, rest.why());
        return new Joining.Item(List.of(new Piece.Hole(hole)), rest.guard(), true);
    }

    private static Joining.Item item(Element element, Invocation call, List<Value> failures) {
        return switch (element) {
            case Element.Rest rest -> rest(rest, call);
            case Element.One one -> {
                Value text = one.value() instanceof Value.Null
                        ? call.failed("an element to join is null")
                        : call.site().converted(one.value(), STRING);
                if (Calls.failed(text)) {
                    failures.add(text);
                }
                yield new Joining.Item(Strings.pieces(text), one.guard(), false);
            }
        };
    }
}
