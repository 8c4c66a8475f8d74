package dev.envgate.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.envgate.ledger.Digester;
import dev.envgate.ledger.EnvironmentFile;
import dev.envgate.ledger.HiddenValue;
import dev.envgate.ledger.Place;
import dev.envgate.ledger.Symbolic;
import dev.envgate.ledger.ValueTraits;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.List;

/** Writes records as JSON, each component under its name, so that none can be forgotten. Of a value stays its digest. */
final class RecordWriter {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Digester.Keyed digester;

    RecordWriter(Digester.Keyed digester) {
        this.digester = digester;
    }

    /** {@code declared} is the type under which it is looked for again: a case of a sealed interface says which it is. */
    JsonNode write(Object written, Class<?> declared) {
        return switch (written) {
            case HiddenValue.Known(String secret) -> digest(digester.of(secret), new HiddenValue.Known(secret));
            // A file of the repository is no part of what AWS says.
            case Place.InFile _ -> record(new Place.Nowhere(), Place.class);
            // Neither is what Terraform puts into a file.
            case EnvironmentFile file -> record(file.arn(), Symbolic.class);
            case Record any -> record(any, declared);
            case String text -> JSON.textNode(text);
            case Boolean truth -> JSON.booleanNode(truth);
            case Integer number -> JSON.numberNode(number);
            case Enum<?> constant -> JSON.textNode(constant.name());
            case Instant time -> JSON.textNode(time.toString());
            default ->
                throw new IllegalStateException(
                        "A snapshot cannot hold " + written.getClass().getName() + ".");
        };
    }

    private JsonNode digest(String digest, HiddenValue value) {
        ObjectNode node = JSON.objectNode()
                .put(Shapes.TYPE, Shapes.name(HiddenValue.Digest.class))
                .put("digest", digest);
        node.set("traits", record(value.looks().orElseThrow(), ValueTraits.class));
        return node;
    }

    private ObjectNode record(Record written, Class<?> declared) {
        ObjectNode node = JSON.objectNode();
        if (declared.isSealed()) {
            node.put(Shapes.TYPE, Shapes.name(written.getClass()));
        }
        for (RecordComponent component : written.getClass().getRecordComponents()) {
            node.set(component.getName(), component(written, component));
        }
        return node;
    }

    private JsonNode component(Record written, RecordComponent component) {
        Object value = value(written, component);
        if (value instanceof List<?> list) {
            ArrayNode array = JSON.arrayNode();
            list.forEach(each -> array.add(write(each, Shapes.element(component))));
            return array;
        }
        return write(value, component.getType());
    }

    private static Object value(Record written, RecordComponent component) {
        try {
            return component.getAccessor().invoke(written);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("A snapshot cannot read " + component + ".", e);
        }
    }
}
