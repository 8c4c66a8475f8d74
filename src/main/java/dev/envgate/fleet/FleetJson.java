package dev.envgate.fleet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.envgate.ledger.NotVerified;
import dev.envgate.ledger.Severity;
import dev.envgate.ledger.Station;
import dev.envgate.policy.Verdict;
import dev.envgate.text.Escape;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** What journals and plans hold, as JSON and read again. What reads throws an {@link IllegalArgumentException} where something else stands. */
final class FleetJson {
    private static final JsonMapper JSON = new JsonMapper();

    private FleetJson() {}

    static ObjectNode object() {
        return JSON.createObjectNode();
    }

    static JsonNode parse(String text) {
        try {
            JsonNode node = JSON.readTree(text);
            return require(node != null && node.isObject(), node);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no JSON", e);
        }
    }

    /** In one line. */
    static String line(ObjectNode node) {
        return Escape.json(node.toString());
    }

    /** Indented, for people too. */
    static String page(ObjectNode node) {
        return Escape.json(node.toPrettyString()) + "\n";
    }

    static <T> void list(ObjectNode into, String field, List<T> all, BiConsumer<T, ObjectNode> write) {
        ArrayNode array = into.putArray(field);
        all.forEach(each -> write.accept(each, array.addObject()));
    }

    static <T> List<T> list(JsonNode node, String field, Function<JsonNode, T> read) {
        List<T> all = new ArrayList<>();
        require(node.path(field).isArray(), node).path(field).forEach(each -> all.add(read.apply(each)));
        return all;
    }

    private static JsonNode require(boolean fits, JsonNode node) {
        if (!fits) {
            throw new IllegalArgumentException("something else was expected");
        }
        return node;
    }

    static String text(JsonNode node, String field) {
        return require(node.path(field).isTextual(), node).path(field).textValue();
    }

    /** Empty where it is not there. */
    private static String perhaps(JsonNode node, String field) {
        return node.has(field) ? text(node, field) : "";
    }

    private static void perhaps(ObjectNode node, String field, String text) {
        if (!text.isEmpty()) {
            node.put(field, text);
        }
    }

    static int number(JsonNode node, String field) {
        return require(node.path(field).canConvertToInt(), node).path(field).intValue();
    }

    static long large(JsonNode node, String field) {
        return require(node.path(field).canConvertToLong(), node).path(field).longValue();
    }

    private static boolean truth(JsonNode node, String field) {
        return require(node.path(field).isBoolean(), node).path(field).booleanValue();
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static <E extends Enum<E>> E constant(JsonNode node, String field, Class<E> type) {
        return Enum.valueOf(type, text(node, field).toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    static void unit(Unit unit, ObjectNode node) {
        switch (unit) {
            case Unit.Configured(String file) -> node.put("configuration", file);
            case Unit.Live live -> {
                node.put("account", live.account());
                node.put("region", live.region());
                perhaps(node, "role", live.role());
                node.put("cluster", live.cluster());
                node.put("service", live.service());
            }
        }
    }

    static Unit unit(JsonNode node) {
        return node.has("configuration")
                ? new Unit.Configured(text(node, "configuration"))
                : new Unit.Live(
                        text(node, "account"),
                        text(node, "region"),
                        perhaps(node, "role"),
                        text(node, "cluster"),
                        text(node, "service"));
    }

    static void task(Task task, ObjectNode node) {
        unit(task.unit(), node);
        perhaps(node, "input", task.input());
    }

    static Task task(JsonNode node) {
        return new Task(unit(node), perhaps(node, "input"));
    }

    static void unseen(Unseen unseen, ObjectNode node) {
        node.put("station", word(unseen.station()));
        node.put("what", unseen.what());
        node.put("why", unseen.why());
        node.put("hint", unseen.hint());
        node.put("cause", word(unseen.cause()));
        node.put("holds", unseen.holds());
    }

    static Unseen unseen(JsonNode node) {
        return new Unseen(
                constant(node, "station", Station.class),
                text(node, "what"),
                text(node, "why"),
                text(node, "hint"),
                constant(node, "cause", NotVerified.Cause.class),
                truth(node, "holds"));
    }

    static void entry(Entry entry, ObjectNode node) {
        unit(entry.unit(), node.putObject("unit"));
        node.put("decision", word(entry.decision()));
        list(node, "services", entry.services(), FleetJson::service);
        list(node, "findings", entry.faults(), FleetJson::fault);
        list(node, "notVerified", entry.unseen(), FleetJson::unseen);
        list(node, "problems", entry.unread(), FleetJson::unread);
        node.put("inStep", entry.inStep());
        node.put("setAside", entry.setAside());
        node.put("requests", entry.requests());
    }

    static Entry entry(JsonNode node) {
        return new Entry(
                unit(node.path("unit")),
                constant(node, "decision", Verdict.Decision.class),
                list(node, "services", FleetJson::service),
                list(node, "findings", FleetJson::fault),
                list(node, "notVerified", FleetJson::unseen),
                list(node, "problems", FleetJson::unread),
                number(node, "inStep"),
                number(node, "setAside"),
                number(node, "requests"));
    }

    private static void service(Service service, ObjectNode node) {
        node.put("service", service.service());
        perhaps(node, "environment", service.environment());
        perhaps(node, "namesake", service.namesake());
        node.put("cluster", service.cluster());
        node.put("account", service.account());
        node.put("region", service.region());
        node.put("state", service.state());
        node.put("taskDefinition", service.revision());
        count(node, "declared", service.stations().declared());
        count(node, "configured", service.stations().configured());
        count(node, "stored", service.stations().stored());
        count(node, "deployed", service.stations().deployed());
        node.put("held", service.held());
        ArrayNode doubtful = node.putArray("doubtful");
        service.doubtful().forEach(doubtful::add);
    }

    private static Service service(JsonNode node) {
        List<String> doubtful = new ArrayList<>();
        node.path("doubtful").forEach(each -> doubtful.add(each.asText()));
        return new Service(
                text(node, "service"),
                perhaps(node, "environment"),
                perhaps(node, "namesake"),
                text(node, "cluster"),
                text(node, "account"),
                text(node, "region"),
                text(node, "state"),
                text(node, "taskDefinition"),
                stations(node),
                truth(node, "held"),
                doubtful);
    }

    static Stations stations(JsonNode node) {
        return new Stations(
                count(node, "declared"), count(node, "configured"), count(node, "stored"), count(node, "deployed"));
    }

    private static void count(ObjectNode node, String station, Stations.Count count) {
        node.putArray(station).add(count.present()).add(count.absent()).add(count.unknown());
    }

    private static Stations.Count count(JsonNode node, String station) {
        JsonNode numbers = require(node.path(station).size() == 3, node).path(station);
        return new Stations.Count(
                numbers.path(0).asInt(),
                numbers.path(1).asInt(),
                numbers.path(2).asInt());
    }

    private static void fault(Fault fault, ObjectNode node) {
        node.put("rule", fault.rule());
        node.put("severity", word(fault.severity()));
        node.put("service", fault.service());
        perhaps(node, "environment", fault.environment());
        perhaps(node, "namesake", fault.namesake());
        node.put("container", fault.container());
        node.put("name", fault.name());
        node.put("message", fault.message());
        node.put("hint", fault.hint());
        perhaps(node, "file", fault.file());
        node.put("line", fault.line());
        node.put("column", fault.column());
        node.put("fingerprint", fault.fingerprint());
        node.put("closes", fault.closes());
    }

    private static Fault fault(JsonNode node) {
        return new Fault(
                text(node, "rule"),
                constant(node, "severity", Severity.class),
                text(node, "service"),
                perhaps(node, "environment"),
                perhaps(node, "namesake"),
                text(node, "container"),
                text(node, "name"),
                text(node, "message"),
                text(node, "hint"),
                perhaps(node, "file"),
                number(node, "line"),
                number(node, "column"),
                text(node, "fingerprint"),
                truth(node, "closes"));
    }

    private static void unread(Unread unread, ObjectNode node) {
        node.put("message", unread.message());
        node.put("hint", unread.hint());
        perhaps(node, "file", unread.file());
        node.put("line", unread.line());
        node.put("defect", unread.defect());
    }

    private static Unread unread(JsonNode node) {
        return new Unread(
                text(node, "message"),
                text(node, "hint"),
                perhaps(node, "file"),
                number(node, "line"),
                truth(node, "defect"));
    }
}
