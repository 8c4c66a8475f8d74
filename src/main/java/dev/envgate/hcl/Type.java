package dev.envgate.hcl;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The types of Terraform's language. A type that is not known is {@link Any}. */
public sealed interface Type {
    /** {@code any}, and the type of what is not known. */
    record Any() implements Type {}

    record Bool() implements Type {}

    record Num() implements Type {}

    record Str() implements Type {}

    record ListOf(Type element) implements Type {}

    record SetOf(Type element) implements Type {}

    record MapOf(Type element) implements Type {}

    record TupleOf(List<Type> elements) implements Type {
        public TupleOf {
            elements = List.copyOf(elements);
        }
    }

    /** Attributes in the order of their names. */
    record ObjectOf(Map<String, Field> fields) implements Type {
        public ObjectOf {
            fields = Map.copyOf(fields);
        }
    }

    /** One attribute of an object type; an optional one without a default defaults to null. */
    record Field(Type type, boolean optional, Optional<Value> defaultValue) {}
}
