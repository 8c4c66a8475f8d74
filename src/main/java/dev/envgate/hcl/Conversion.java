package dev.envgate.hcl;

import dev.envgate.hcl.Value.Element;
import dev.envgate.hcl.Value.Guard;
import dev.envgate.hcl.Value.Pair;
import dev.envgate.hcl.Value.Seq.Shape;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Converts values to the types that variables and functions ask for, as Terraform does; what is not known stays where it is. */
public final class Conversion {
    private Conversion() {}

    /**
     * The value as a value of the type, defaults of optional attributes filled in.
     *
     * @return where it, or a part of it, cannot be converted, a {@link Value.Unknown} whose cause is {@link Cause.Kind#FAILED}
     */
    public static Value convert(Value value, Type type) {
        return switch (value) {
            case Value.Null nothing ->
                nothing.type() instanceof Type.Any ? new Value.Null(type, value.origin()) : nullOf(nothing, type);
            case Value.Unknown unknown -> unknown(unknown, type);
            case Value.Choice choice ->
                new Value.Choice(
                        choice.condition(),
                        convert(choice.whenTrue(), type),
                        convert(choice.whenFalse(), type),
                        choice.origin());
            default -> known(value, type);
        };
    }

    private static Value nullOf(Value.Null nothing, Type type) {
        if (type instanceof Type.Any) {
            return nothing;
        }
        return Types.sameKind(nothing.type(), type)
                ? new Value.Null(type, nothing.origin())
                : mismatch(nothing, "a " + Types.name(type));
    }

    private static Value unknown(Value.Unknown unknown, Type type) {
        return unknown.type() instanceof Type.Any || Types.primitive(type)
                ? new Value.Unknown(unknown.symbol(), type, unknown.cause(), unknown.origin())
                : unknown;
    }

    private static Value known(Value value, Type type) {
        return switch (type) {
            case Type.Any ignored -> value;
            case Type.Bool ignored -> bool(value);
            case Type.Num ignored -> number(value);
            case Type.Str ignored -> string(value);
            case Type.ListOf list -> sequence(value, Shape.LIST, list.element(), type);
            case Type.SetOf set -> sequence(value, Shape.SET, set.element(), type);
            case Type.MapOf map -> map(value, map.element(), type);
            case Type.TupleOf tuple -> tuple(value, tuple);
            case Type.ObjectOf object -> object(value, object);
        };
    }

    private static Value bool(Value value) {
        if (value instanceof Value.Bool) {
            return value;
        }
        if (!(value instanceof Value.Str text)) {
            return mismatch(value, "a bool");
        }
        if (!text.known()) {
            return hole(text, Types.BOOL);
        }
        return switch (text.text()) {
            case "true", "1" -> new Value.Bool(true, text.origin());
            case "false", "0" -> new Value.Bool(false, text.origin());
            default -> failed(value, "a bool is needed, and this string is neither `true` nor `false`");
        };
    }

    private static Value number(Value value) {
        if (value instanceof Value.Num) {
            return value;
        }
        if (!(value instanceof Value.Str text)) {
            return mismatch(value, "a number");
        }
        if (!text.known()) {
            return hole(text, Types.NUMBER);
        }
        return parse(text.text())
                .<Value>map(number -> new Value.Num(number, text.origin()))
                .orElseGet(() -> failed(value, "a number is needed, and this string is none"));
    }

    /** The number that a string holds. */
    static Optional<BigDecimal> parse(String text) {
        boolean signed = text.startsWith("-") || text.startsWith("+");
        Optional<BigDecimal> size = Numbers.read(text, signed ? 1 : 0, text.length());
        return size.filter(number -> !Arithmetic.outOfBounds(number))
                .map(Arithmetic::literal)
                .map(number -> text.startsWith("-") ? number.negate() : number);
    }

    private static Value string(Value value) {
        return switch (value) {
            case Value.Str text -> text;
            case Value.Bool bool -> Value.Str.of(String.valueOf(bool.value()), bool.origin());
            case Value.Num number -> Value.Str.of(number.number().text(), number.origin());
            default -> mismatch(value, "a string");
        };
    }

    private static Value hole(Value.Str text, Type type) {
        Cause cause = Causes.first(List.of(text), text.origin().born());
        return new Value.Unknown(Symbol.expression(text.text()), type, cause, text.origin());
    }

    private static Value sequence(Value value, Shape shape, Type elementType, Type type) {
        if (!(value instanceof Value.Seq sequence)) {
            return mismatch(value, "a " + Types.name(type));
        }
        List<Element> elements = new ArrayList<>();
        for (Element element : sequence.elements()) {
            elements.add(
                    switch (element) {
                        case Element.One one -> new Element.One(convert(one.value(), elementType), one.guard());
                        case Element.Rest rest -> rest;
                    });
        }
        Value converted = Types.open(elementType)
                ? unified(sequence, shape, elements)
                : collection(shape, elementType, elements, value.origin());
        return converted instanceof Value.Seq result
                ? Spread.ordered(result, shape == Shape.SET || !sequence.shuffled())
                : converted;
    }

    private static Value collection(Shape shape, Type elementType, List<Element> elements, Origin origin) {
        List<Element> kept = shape == Shape.SET ? Sets.distinct(elements) : elements;
        return new Value.Seq(shape, elementType, kept, origin);
    }

    // `list(any)`: whatever the elements are, it must be the same for all of them.
    private static Value unified(Value.Seq value, Shape shape, List<Element> elements) {
        List<Type> types = new ArrayList<>();
        for (Element element : elements) {
            if (element instanceof Element.One one) {
                types.add(Types.of(one.value()));
            }
        }
        Optional<Type> common = Types.unify(types);
        if (common.isEmpty()) {
            return failed(value, "all elements must be of one type, and they are not");
        }
        return Types.open(common.get())
                ? collection(
                        shape,
                        common.get() instanceof Type.Any ? Types.elementType(value) : common.get(),
                        elements,
                        value.origin())
                : sequence(new Value.Seq(value.shape(), elements, value.origin()), shape, common.get(), common.get());
    }

    private static Value map(Value value, Type elementType, Type type) {
        if (!(value instanceof Value.Dict mapping)) {
            return mismatch(value, "a " + Types.name(type));
        }
        List<Pair> pairs = new ArrayList<>();
        for (Pair pair : mapping.pairs()) {
            pairs.add(converted(pair, elementType));
        }
        return Types.open(elementType)
                ? unified(mapping, pairs)
                : new Value.Dict(false, elementType, pairs, value.origin());
    }

    private static Pair converted(Pair pair, Type type) {
        return switch (pair) {
            case Pair.One one -> new Pair.One(one.key(), convert(one.value(), type), one.guard());
            case Pair.Rest rest -> rest;
        };
    }

    private static Value unified(Value.Dict value, List<Pair> pairs) {
        List<Type> types = new ArrayList<>();
        for (Pair pair : pairs) {
            if (pair instanceof Pair.One one) {
                types.add(Types.of(one.value()));
            }
        }
        Optional<Type> common = Types.unify(types);
        if (common.isEmpty()) {
            return failed(value, "all elements of a map must be of one type, and they are not");
        }
        return Types.open(common.get())
                ? new Value.Dict(false, common.get(), pairs, value.origin())
                : map(new Value.Dict(value.object(), pairs, value.origin()), common.get(), common.get());
    }

    private static Value tuple(Value value, Type.TupleOf type) {
        if (!(value instanceof Value.Seq sequence) || sequence.shape() != Shape.TUPLE) {
            return mismatch(value, "a tuple");
        }
        if (!sequence.closed()) {
            return sequence;
        }
        if (sequence.elements().size() != type.elements().size()) {
            return failed(value, "a tuple of " + type.elements().size() + " elements is needed");
        }
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < type.elements().size(); i++) {
            if (sequence.elements().get(i) instanceof Element.One one) {
                elements.add(
                        new Element.One(convert(one.value(), type.elements().get(i)), Guard.ALWAYS));
            }
        }
        return new Value.Seq(Shape.TUPLE, elements, value.origin());
    }

    private static Value object(Value value, Type.ObjectOf type) {
        if (!(value instanceof Value.Dict mapping)) {
            return mismatch(value, "an object");
        }
        List<Pair> pairs = new ArrayList<>();
        Set<String> given = new LinkedHashSet<>();
        for (Pair pair : mapping.pairs()) {
            field(pair, type).ifPresent(kept -> {
                pairs.add(kept);
                if (kept instanceof Pair.One one) {
                    given.add(one.key().text());
                }
            });
        }
        List<String> missing = new ArrayList<>();
        for (Map.Entry<String, Type.Field> field : new TreeMap<>(type.fields()).entrySet()) {
            absent(mapping, field, given).forEach(pairs::add);
            if (!given.contains(field.getKey()) && !field.getValue().optional() && mapping.closed()) {
                missing.add("`" + field.getKey() + "`");
            }
        }
        return missing.isEmpty()
                ? new Value.Dict(true, pairs, value.origin())
                : failed(value, "an object with " + String.join(", ", missing) + " is needed");
    }

    private static Optional<Pair> field(Pair pair, Type.ObjectOf type) {
        return switch (pair) {
            case Pair.Rest rest -> Optional.of(rest);
            case Pair.One one -> {
                Type.Field field = type.fields().get(one.key().text());
                yield field == null
                        ? Optional.empty()
                        : Optional.of(new Pair.One(one.key(), filled(one.value(), field), one.guard()));
            }
        };
    }

    // An optional attribute that is null gets its default, as if it had not been written.
    private static Value filled(Value value, Type.Field field) {
        return value instanceof Value.Null
                ? field.defaultValue().orElseGet(() -> convert(value, field.type()))
                : convert(value, field.type());
    }

    private static List<Pair> absent(Value.Dict mapping, Map.Entry<String, Type.Field> field, Set<String> given) {
        if (given.contains(field.getKey()) || !field.getValue().optional() || !mapping.closed()) {
            return List.of();
        }
        Origin origin = mapping.origin();
        Value otherwise = field.getValue()
                .defaultValue()
                .orElseGet(() -> new Value.Null(field.getValue().type(), origin));
        return List.of(new Pair.One(Value.Str.of(field.getKey(), origin), otherwise, Guard.ALWAYS));
    }

    private static Value mismatch(Value value, String wanted) {
        return failed(value, wanted + " is needed, and this is " + Types.kind(value));
    }

    private static Value failed(Value value, String reason) {
        Cause cause = new Cause(Cause.Kind.FAILED, reason, value.origin().born());
        return new Value.Unknown(
                Symbol.expression(cause.place().text().strip().replaceAll("\\s+", " ")),
                Types.ANY,
                cause,
                value.origin());
    }
}
