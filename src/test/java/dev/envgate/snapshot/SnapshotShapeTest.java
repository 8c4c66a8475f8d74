package dev.envgate.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.envgate.ledger.EnvFile;
import dev.envgate.ledger.EnvironmentFile;
import dev.envgate.ledger.HiddenValue;
import dev.envgate.ledger.Place;
import dev.envgate.ledger.Stores;
import dev.envgate.ledger.Symbolic;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A field that a fact gains changes the schema, and this test fails until {@code -Dgolden.update=true} has published it; a question that
 * the stores gain fails it until both sides of the snapshot know it.
 */
class SnapshotShapeTest {
    private static final Path SCHEMA = Path.of("docs/schema/snapshot.json");
    private static final JsonMapper JSON = new JsonMapper();

    private final Map<String, ObjectNode> definitions = new TreeMap<>();

    @Test
    void thePublishedSchemaIsThatOfTheFacts() throws IOException {
        ObjectNode schema = JSON.createObjectNode()
                .put("$schema", "https://json-schema.org/draft/2020-12/schema")
                .put("title", "envgate snapshot")
                .put(
                        "description",
                        "What AWS said at one time, without any value. Fields may be added, never changed.");
        schema.setAll(record(Snapshot.class));
        ((ObjectNode) schema.path("properties")).putObject("schemaVersion").put("const", SnapshotText.VERSION);
        ((ArrayNode) schema.path("required")).insert(0, "schemaVersion");
        ObjectNode all = schema.putObject("$defs");
        definitions.forEach(all::set);
        String written = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(schema) + "\n";
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(SCHEMA, written);
        }
        assertThat(Files.readString(SCHEMA)).isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(classes = {Recorder.class, Replay.class})
    void everyQuestionToTheStoresIsKnown(Class<? extends Stores> stores) {
        assertThat(Arrays.stream(stores.getDeclaredMethods()).map(SnapshotShapeTest::signature))
                .containsAll(Arrays.stream(Stores.class.getDeclaredMethods())
                        .filter(method -> !method.isSynthetic())
                        .map(SnapshotShapeTest::signature)
                        .toList());
    }

    private static String signature(Method method) {
        return method.getName() + Arrays.toString(method.getParameterTypes());
    }

    private ObjectNode type(Class<?> type) {
        if (type == HiddenValue.Known.class || type == Place.InFile.class) {
            throw new IllegalStateException("is never written");
        }
        if (type == EnvironmentFile.class) {
            return type(Symbolic.class);
        }
        if (type == String.class) {
            return JSON.createObjectNode().put("type", "string");
        }
        if (type == Instant.class) {
            return JSON.createObjectNode().put("type", "string").put("pattern", "^[+-]?\\d{4,}-.*Z$");
        }
        if (type == boolean.class) {
            return JSON.createObjectNode().put("type", "boolean");
        }
        if (type == int.class) {
            return JSON.createObjectNode().put("type", "integer");
        }
        if (type.isEnum()) {
            ObjectNode node = JSON.createObjectNode();
            ArrayNode names = node.putArray("enum");
            Arrays.stream(type.getEnumConstants()).forEach(each -> names.add(((Enum<?>) each).name()));
            return node;
        }
        define(type);
        return JSON.createObjectNode().put("$ref", "#/$defs/" + name(type));
    }

    private static String name(Class<?> type) {
        Class<?> outer = type.getEnclosingClass();
        return (outer == null ? "" : name(outer) + ".") + type.getSimpleName();
    }

    private void define(Class<?> type) {
        if (!definitions.containsKey(name(type))) {
            definitions.put(name(type), JSON.createObjectNode());
            definitions.put(name(type), type.isSealed() ? cases(type) : record(type));
        }
    }

    private ObjectNode cases(Class<?> type) {
        ObjectNode node = JSON.createObjectNode();
        ArrayNode cases = node.putArray("oneOf");
        for (Class<?> each : type.getPermittedSubclasses()) {
            if (!Set.of(HiddenValue.Known.class, Place.InFile.class, EnvFile.Written.class)
                    .contains(each)) {
                ObjectNode one = record(each);
                ((ObjectNode) one.path("properties")).putObject(Shapes.TYPE).put("const", Shapes.name(each));
                ((ArrayNode) one.path("required")).insert(0, Shapes.TYPE);
                cases.add(one);
            }
        }
        return node;
    }

    private ObjectNode record(Class<?> type) {
        assertThat(type.isRecord()).as("%s can be written", type).isTrue();
        ObjectNode node = JSON.createObjectNode().put("type", "object");
        ArrayNode required = node.putArray("required");
        ObjectNode properties = node.putObject("properties");
        for (RecordComponent component : components(type).toList()) {
            assertThat(component.getName()).as("%s", type).isNotEqualTo(Shapes.TYPE);
            required.add(component.getName());
            properties.set(component.getName(), component(component));
        }
        return node;
    }

    /** The key of digests stands once for all of them. */
    private static Stream<RecordComponent> components(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .filter(each ->
                        type != HiddenValue.Digest.class || !each.getName().equals("digester"));
    }

    private ObjectNode component(RecordComponent component) {
        if (component.getType() != List.class) {
            return type(component.getType());
        }
        ObjectNode node = JSON.createObjectNode().put("type", "array");
        node.set("items", type(Shapes.element(component)));
        return node;
    }
}
