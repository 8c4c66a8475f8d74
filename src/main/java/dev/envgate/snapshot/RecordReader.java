package dev.envgate.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import dev.envgate.ledger.Digester;
import dev.envgate.ledger.EnvironmentFile;
import dev.envgate.ledger.HiddenValue;
import dev.envgate.ledger.Place;
import dev.envgate.ledger.Symbolic;
import dev.envgate.ledger.ValueTraits;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads what {@link RecordWriter} wrote. A member that is missing or of another kind is refused; one that nobody knows is passed over. */
final class RecordReader {
    private final Digester digester;

    RecordReader(Digester digester) {
        this.digester = digester;
    }

    /** Why something is no snapshot; the message says where. */
    static final class Refusal extends Exception {
        private static final long serialVersionUID = 1L;

        Refusal(String message) {
            super(message);
        }
    }

    <T> T read(JsonNode node, Class<T> type, String where) throws Refusal {
        return type.cast(any(node, type, where));
    }

    private Object any(JsonNode node, Class<?> type, String where) throws Refusal {
        if (type == EnvironmentFile.class) {
            return new EnvironmentFile(read(node, Symbolic.class, where), new Place.Nowhere());
        }
        if (type.isSealed()) {
            return oneOf(node, type, where);
        }
        if (type.isRecord()) {
            return record(node, type, where);
        }
        if (type == boolean.class) {
            return require(node.isBoolean(), node, where).booleanValue();
        }
        if (type == int.class) {
            return require(node.isInt(), node, where).intValue();
        }
        return text(require(node.isTextual(), node, where).textValue(), type, where);
    }

    private static JsonNode require(boolean fits, JsonNode node, String where) throws Refusal {
        if (!fits) {
            throw new Refusal(where);
        }
        return node;
    }

    private static Object text(String text, Class<?> type, String where) throws Refusal {
        if (type == String.class) {
            return text;
        }
        try {
            return type == Instant.class ? Instant.parse(text) : constant(text, type, where);
        } catch (DateTimeException e) {
            throw new Refusal(where);
        }
    }

    /** A type that is neither text nor one of some words is never written, whatever somebody puts there. */
    private static Object constant(String text, Class<?> type, String where) throws Refusal {
        if (!type.isEnum()) {
            throw new Refusal(where);
        }
        return Arrays.stream(type.getEnumConstants())
                .filter(each -> ((Enum<?>) each).name().equals(text))
                .findFirst()
                .orElseThrow(() -> new Refusal(where));
    }

    private Object oneOf(JsonNode node, Class<?> type, String where) throws Refusal {
        String name = node.path(Shapes.TYPE).asText();
        Class<?> found = Arrays.stream(type.getPermittedSubclasses())
                .filter(each -> Shapes.name(each).equals(name))
                .findFirst()
                .orElseThrow(() -> new Refusal(where + "." + Shapes.TYPE));
        return found == HiddenValue.Digest.class ? digest(node, where) : record(node, found, where);
    }

    private HiddenValue digest(JsonNode node, String where) throws Refusal {
        return new HiddenValue.Digest(
                digester,
                read(node.path("digest"), String.class, where + ".digest"),
                read(node.path("traits"), ValueTraits.class, where + ".traits"));
    }

    private Object record(JsonNode node, Class<?> type, String where) throws Refusal {
        require(node.isObject(), node, where);
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = new Object[components.length];
        for (int i = 0; i < values.length; i++) {
            String name = components[i].getName();
            values[i] = component(node.path(name), components[i], where.isEmpty() ? name : where + "." + name);
        }
        return construct(type, components, values, where);
    }

    private Object component(JsonNode node, RecordComponent component, String where) throws Refusal {
        if (component.getType() != List.class) {
            return any(node, component.getType(), where);
        }
        require(node.isArray(), node, where);
        List<Object> list = new ArrayList<>();
        for (JsonNode each : node) {
            list.add(any(each, Shapes.element(component), where + "[" + list.size() + "]"));
        }
        return List.copyOf(list);
    }

    private static Object construct(Class<?> type, RecordComponent[] components, Object[] values, String where)
            throws Refusal {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw new Refusal(where);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("A snapshot cannot make " + type.getName() + ".", e);
        }
    }
}
