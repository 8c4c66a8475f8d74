package dev.envgate.track;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reads a report of {@code check} in JSON, of this run or of an earlier one: the published schema {@code docs/schema/check.json}. */
public final class SurveyReader {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int SCHEMA_VERSION = 1;
    private static final List<String> STATIONS = List.of("declared", "configured", "stored", "deployed");

    private static final Set<String> VALUED = Set.of("known", "secret");

    private SurveyReader() {}

    /** Empty when the text is no report that tells enough. */
    public static Optional<Survey> read(String text) {
        try {
            JsonNode root = JSON.readTree(text);
            boolean whole = root.path("schemaVersion").asInt() == SCHEMA_VERSION
                    && Stream.of("services", "rows", "findings", "setAside", "notVerified")
                            .allMatch(each -> root.path(each).isArray());
            return whole ? survey(root) : Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private static Optional<Survey> survey(JsonNode root) {
        List<Fault> faults = new ArrayList<>();
        for (JsonNode each : root.path("findings")) {
            Optional<Fault> fault = fault(each);
            if (fault.isEmpty()) {
                return Optional.empty();
            }
            if (faults.stream()
                    .noneMatch(known -> known.fingerprint().equals(fault.get().fingerprint()))) {
                faults.add(fault.get());
            }
        }
        Map<String, String> setAside = new HashMap<>();
        for (JsonNode each : root.path("setAside")) {
            setAside.put(text(each, "fingerprint"), text(each, "why"));
        }
        return Optional.of(new Survey(
                root.path("deep").asBoolean(),
                root.path("strict").asBoolean(),
                text(root, "configuration"),
                items(root, "services").map(SurveyReader::service).toList(),
                items(root, "rows").map(SurveyReader::line).toList(),
                faults,
                setAside,
                items(root, "notVerified").map(SurveyReader::gap).toList(),
                root.path("problems").isEmpty(),
                text(root, "verdict").equals("unverified")));
    }

    private static Stream<JsonNode> items(JsonNode node, String field) {
        return StreamSupport.stream(node.path(field).spliterator(), false);
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asText("");
    }

    private static Optional<Fault> fault(JsonNode node) {
        String fingerprint = text(node, "fingerprint");
        String file = text(node, "file");
        String service = text(node, "service");
        return Loudness.of(text(node, "severity"))
                .filter(_ -> Mark.isFingerprint(fingerprint))
                .map(loudness -> new Fault(
                        fingerprint,
                        loudness,
                        new Subject(
                                text(node, "rule"),
                                text(node, "environment"),
                                service,
                                text(node, "namesake"),
                                text(node, "container"),
                                text(node, "name"),
                                service.isEmpty() ? file : ""),
                        text(node, "message"),
                        text(node, "hint"),
                        file,
                        node.path("line").asInt()));
    }

    /** A report of before a field was there tells less, and what it does not tell was not looked at. */
    private static Survey.Looked service(JsonNode node) {
        JsonNode deployed = node.path("deployed");
        return new Survey.Looked(
                text(node, "service"),
                text(node, "environment"),
                text(node, "namesake"),
                where(node),
                text(deployed, "state"),
                text(deployed, "rollout"),
                text(node, "code").equals("searched"),
                node.path("endpoints").asInt());
    }

    private static String where(JsonNode service) {
        String account = text(service, "account");
        return account.isEmpty()
                ? ""
                : Section.digest(String.join("\n", text(service, "cluster"), account, text(service, "region")));
    }

    private static Survey.Line line(JsonNode node) {
        return new Survey.Line(
                text(node, "service"),
                text(node, "environment"),
                text(node, "namesake"),
                text(node, "container"),
                text(node, "name"),
                text(node.path("declared"), "file"),
                STATIONS.stream()
                        .filter(each -> text(node.path(each), "presence").equals("absent"))
                        .collect(Collectors.toSet()),
                Stream.of("configured", "deployed").map(node::path).allMatch(SurveyReader::isValued),
                STATIONS.stream().map(node::path).flatMap(SurveyReader::doubt).toList());
    }

    /** A report of before values were told of does not tell. */
    private static boolean isValued(JsonNode station) {
        return text(station, "presence").equals("absent") || VALUED.contains(text(station, "value"));
    }

    private static Stream<String> doubt(JsonNode station) {
        return switch (text(station, "presence")) {
            case "present", "absent" -> Stream.of();
            case "conditional" -> Stream.of("it is there only when `" + text(station, "condition") + "`");
            default -> Stream.of(text(station, "why"));
        };
    }

    private static Survey.Gap gap(JsonNode node) {
        return new Survey.Gap(
                text(node, "station"),
                text(node, "what"),
                text(node, "why"),
                switch (text(node, "cause")) {
                    case "undecided" -> Survey.Cause.UNDECIDED;
                    case "not-asked" -> Survey.Cause.NOT_ASKED;
                    default -> Survey.Cause.FAILED;
                });
    }
}
