package dev.envgate.hcl;

import dev.envgate.hcl.Value.Element;
import dev.envgate.hcl.Value.Pair;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The type of a value, and the one type that several can be converted to. */
final class Types {
    static final Type ANY = new Type.Any();
    static final Type BOOL = new Type.Bool();
    static final Type NUMBER = new Type.Num();
    static final Type STRING = new Type.Str();

    private Types() {}

    /** The type of a value; {@code any} as far as it cannot be told. */
    static Type of(Value value) {
        return switch (value) {
            case Value.Null nothing -> nothing.type();
            case Value.Bool ignored -> BOOL;
            case Value.Num ignored -> NUMBER;
            case Value.Str ignored -> STRING;
            case Value.Unknown unknown -> unknown.type();
            case Value.Choice choice -> ofChoice(choice);
            case Value.Seq sequence -> ofSequence(sequence);
            case Value.Dict mapping -> ofMapping(mapping);
        };
    }

    private static Type ofChoice(Value.Choice choice) {
        Type yes = of(choice.whenTrue());
        return yes.equals(of(choice.whenFalse())) ? yes : ANY;
    }

    private static Type ofSequence(Value.Seq sequence) {
        return switch (sequence.shape()) {
            case LIST -> new Type.ListOf(elementType(sequence));
            case SET -> new Type.SetOf(elementType(sequence));
            case TUPLE -> sequence.closed() ? new Type.TupleOf(ofAll(values(sequence))) : ANY;
        };
    }

    /** What the elements of a list or a set are. */
    static Type elementType(Value.Seq sequence) {
        return sequence.elementType() instanceof Type.Any ? common(values(sequence)) : sequence.elementType();
    }

    /** What the values of a map are. */
    static Type elementType(Value.Dict mapping) {
        return mapping.elementType() instanceof Type.Any ? common(values(mapping)) : mapping.elementType();
    }

    private static Type common(List<Value> values) {
        return values.stream()
                .map(Types::of)
                .filter(type -> !(type instanceof Type.Any))
                .findFirst()
                .orElse(ANY);
    }

    private static Type ofMapping(Value.Dict mapping) {
        if (!mapping.object()) {
            return new Type.MapOf(elementType(mapping));
        }
        return mapping.closed() ? objectType(mapping) : ANY;
    }

    private static Type objectType(Value.Dict object) {
        Map<String, Type.Field> fields = new LinkedHashMap<>();
        for (Pair pair : object.pairs()) {
            if (pair instanceof Pair.One one) {
                fields.put(one.key().text(), field(of(one.value())));
            }
        }
        return new Type.ObjectOf(fields);
    }

    static Type.Field field(Type type) {
        return new Type.Field(type, false, Optional.empty());
    }

    static List<Type> ofAll(List<Value> values) {
        return values.stream().map(Types::of).toList();
    }

    private static List<Value> values(Value.Seq sequence) {
        List<Value> values = new ArrayList<>();
        for (Element element : sequence.elements()) {
            if (element instanceof Element.One one) {
                values.add(one.value());
            }
        }
        return values;
    }

    private static List<Value> values(Value.Dict mapping) {
        List<Value> values = new ArrayList<>();
        for (Pair pair : mapping.pairs()) {
            if (pair instanceof Pair.One one) {
                values.add(one.value());
            }
        }
        return values;
    }

    /** The type that all of these can be converted to, empty when there is none. */
    static Optional<Type> unify(List<Type> types) {
        List<Type> certain =
                types.stream().filter(type -> !(type instanceof Type.Any)).toList();
        if (certain.isEmpty()) {
            return Optional.of(ANY);
        }
        if (certain.stream().distinct().count() == 1) {
            return Optional.of(certain.getFirst());
        }
        return unifyDifferent(certain);
    }

    private static Optional<Type> unifyDifferent(List<Type> types) {
        if (all(types, Type.ObjectOf.class::isInstance)) {
            return unifyObjects(types);
        }
        if (all(types, Type.TupleOf.class::isInstance)) {
            return unifyTuples(types);
        }
        if (all(types, type -> type instanceof Type.MapOf || type instanceof Type.ObjectOf)) {
            return unify(inside(types)).map(Type.MapOf::new);
        }
        if (all(types, type -> type instanceof Type.ListOf || type instanceof Type.TupleOf)) {
            return unify(inside(types)).map(Type.ListOf::new);
        }
        if (all(types, Type.SetOf.class::isInstance)) {
            return unify(inside(types)).map(Type.SetOf::new);
        }
        return unifySequences(types).or(() -> unifyPrimitives(types));
    }

    private static Optional<Type> unifySequences(List<Type> types) {
        boolean sequences = all(
                types,
                type -> type instanceof Type.ListOf || type instanceof Type.SetOf || type instanceof Type.TupleOf);
        if (!sequences) {
            return Optional.empty();
        }
        List<Type> wanted = types.stream()
                .filter(type -> !(type instanceof Type.TupleOf))
                .sorted(Comparator.comparing(Type.SetOf.class::isInstance))
                .toList();
        return wanted.stream()
                .filter(type ->
                        all(inside(types), part -> convertible(part, parts(type).getFirst())))
                .findFirst();
    }

    /** Whether both are primitive, both sequences, or both mappings. */
    static boolean sameKind(Type from, Type to) {
        return primitive(from) == primitive(to) && mapping(from) == mapping(to);
    }

    private static boolean mapping(Type type) {
        return type instanceof Type.MapOf || type instanceof Type.ObjectOf;
    }

    /** Whether some values of a type can be converted to another. */
    private static boolean convertible(Type from, Type to) {
        return from.equals(to)
                || open(from)
                || to instanceof Type.Any
                || (to instanceof Type.Str && primitive(from))
                || (from instanceof Type.Str && primitive(to));
    }

    private static Optional<Type> unifyPrimitives(List<Type> types) {
        return all(types, Types::primitive) && types.contains(STRING) ? Optional.of(STRING) : Optional.empty();
    }

    static boolean primitive(Type type) {
        return type instanceof Type.Str || type instanceof Type.Num || type instanceof Type.Bool;
    }

    private static Optional<Type> unifyObjects(List<Type> types) {
        List<Type.ObjectOf> objects =
                types.stream().map(Type.ObjectOf.class::cast).toList();
        boolean sameNames = objects.stream()
                .allMatch(each -> each.fields()
                        .keySet()
                        .equals(objects.getFirst().fields().keySet()));
        Optional<Type> object = sameNames ? unifyFields(objects) : Optional.empty();
        return object.isPresent() ? object : unify(inside(types)).map(Type.MapOf::new);
    }

    private static Optional<Type> unifyFields(List<Type.ObjectOf> objects) {
        Map<String, Type.Field> fields = new LinkedHashMap<>();
        for (String name : objects.getFirst().fields().keySet()) {
            Optional<Type> unified = unify(objects.stream()
                    .flatMap(each -> Optional.ofNullable(each.fields().get(name)).stream())
                    .map(Type.Field::type)
                    .toList());
            if (unified.isEmpty()) {
                return Optional.empty();
            }
            fields.put(name, field(unified.get()));
        }
        return Optional.of(new Type.ObjectOf(fields));
    }

    private static Optional<Type> unifyTuples(List<Type> types) {
        List<Type.TupleOf> tuples = types.stream().map(Type.TupleOf.class::cast).toList();
        int size = tuples.getFirst().elements().size();
        boolean sameSize = tuples.stream().allMatch(each -> each.elements().size() == size);
        Optional<Type> tuple = sameSize ? unifyPositions(tuples, size) : Optional.empty();
        return tuple.isPresent() ? tuple : unify(inside(types)).map(Type.ListOf::new);
    }

    private static Optional<Type> unifyPositions(List<Type.TupleOf> tuples, int size) {
        List<Type> elements = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            int position = i;
            Optional<Type> unified = unify(
                    tuples.stream().map(each -> each.elements().get(position)).toList());
            if (unified.isEmpty()) {
                return Optional.empty();
            }
            elements.add(unified.get());
        }
        return Optional.of(new Type.TupleOf(elements));
    }

    private static List<Type> inside(List<Type> types) {
        return types.stream().flatMap(type -> parts(type).stream()).toList();
    }

    private static List<Type> parts(Type type) {
        return switch (type) {
            case Type.ListOf list -> List.of(list.element());
            case Type.SetOf set -> List.of(set.element());
            case Type.MapOf map -> List.of(map.element());
            case Type.TupleOf tuple -> tuple.elements();
            case Type.ObjectOf object ->
                object.fields().values().stream().map(Type.Field::type).toList();
            case Type.Any ignored -> List.of();
            case Type.Bool ignored -> List.of();
            case Type.Num ignored -> List.of();
            case Type.Str ignored -> List.of();
        };
    }

    private static boolean all(List<Type> types, Predicate<Type> test) {
        return types.stream().allMatch(test);
    }

    /** Whether {@code any} stands anywhere in it. */
    static boolean open(Type type) {
        return type instanceof Type.Any || parts(type).stream().anyMatch(Types::open);
    }

    /** As Terraform names it in messages: {@code list of string}. */
    static String name(Type type) {
        return switch (type) {
            case Type.Any ignored -> "any type";
            case Type.Bool ignored -> "bool";
            case Type.Num ignored -> "number";
            case Type.Str ignored -> "string";
            case Type.ListOf list -> "list of " + name(list.element());
            case Type.SetOf set -> "set of " + name(set.element());
            case Type.MapOf map -> "map of " + name(map.element());
            case Type.TupleOf ignored -> "tuple";
            case Type.ObjectOf ignored -> "object";
        };
    }

    /** As it is written in a type constraint: {@code list(string)}. */
    static String constraint(Type type) {
        return switch (type) {
            case Type.Any ignored -> "any";
            case Type.Bool ignored -> "bool";
            case Type.Num ignored -> "number";
            case Type.Str ignored -> "string";
            case Type.ListOf list -> "list(" + constraint(list.element()) + ")";
            case Type.SetOf set -> "set(" + constraint(set.element()) + ")";
            case Type.MapOf map -> "map(" + constraint(map.element()) + ")";
            case Type.TupleOf tuple ->
                tuple.elements().stream().map(Types::constraint).collect(Collectors.joining(",", "tuple([", "])"));
            case Type.ObjectOf object ->
                new TreeMap<>(object.fields())
                        .entrySet().stream()
                                .map(each -> each.getKey() + "="
                                        + constraint(each.getValue().type()))
                                .collect(Collectors.joining(",", "object({", "})"));
        };
    }

    /** What a value is, for a message: {@code a string}, {@code null}, {@code a list}. */
    static String kind(Value value) {
        return switch (value) {
            case Value.Null ignored -> "null";
            case Value.Bool ignored -> "a bool";
            case Value.Num ignored -> "a number";
            case Value.Str ignored -> "a string";
            case Value.Seq sequence ->
                switch (sequence.shape()) {
                    case TUPLE -> "a tuple";
                    case LIST -> "a list";
                    case SET -> "a set";
                };
            case Value.Dict mapping -> mapping.object() ? "an object" : "a map";
            case Value.Unknown ignored -> "not known";
            case Value.Choice ignored -> "one of two values";
        };
    }
}
