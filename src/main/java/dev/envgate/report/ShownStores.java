package dev.envgate.report;

import dev.envgate.ledger.Stored;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * What the stores say of everything that the configuration refers to.
 *
 * @param states the answer for each reference, as written
 * @param names the names that use each reference
 */
public record ShownStores(Map<String, Stored> states, Map<String, SortedSet<String>> names) implements Shown {
    public ShownStores {
        states = new TreeMap<>(states);
        names = new TreeMap<>(names);
    }

    @Override
    public String text(Style style) {
        Table table = new Table();
        states.forEach((reference, stored) ->
                table.line(reference, state(stored), String.join(", ", users(reference)), why(stored)));
        return states.isEmpty() ? "the configuration refers to no store\n" : table.text();
    }

    @Override
    public String json() {
        return Json.text(json -> {
            json.writeStartObject();
            json.writeNumberField("schemaVersion", Json.SCHEMA_VERSION);
            json.writeArrayFieldStart("references");
            for (var each : states.entrySet()) {
                json.writeStartObject();
                json.writeStringField("reference", each.getKey());
                json.writeStringField("state", state(each.getValue()));
                json.writeStringField("why", why(each.getValue()));
                json.writeArrayFieldStart("names");
                for (String name : users(each.getKey())) {
                    json.writeString(name);
                }
                json.writeEndArray();
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private List<String> users(String reference) {
        SortedSet<String> users = names.get(reference);
        return users == null ? List.of() : List.copyOf(users);
    }

    private static String state(Stored stored) {
        return switch (stored) {
            case Stored.Exists _ -> "exists";
            case Stored.Deleting _ -> "deleting";
            case Stored.WithoutValue _ -> "without-value";
            case Stored.Recreated _ -> "recreated";
            case Stored.Missing _ -> "missing";
            case Stored.NotSeen _, Stored.NotAsked _ -> "unknown";
        };
    }

    private static String why(Stored stored) {
        return switch (stored) {
            case Stored.Exists _, Stored.Missing _ -> "";
            case Stored.Deleting deleting -> "scheduled for deletion on " + deleting.date();
            case Stored.Recreated anew -> "its name has another ARN: " + anew.id();
            case Stored.WithoutValue without -> "has no value with the stage " + without.stage();
            case Stored.NotSeen notSeen -> notSeen.why();
            case Stored.NotAsked notAsked -> notAsked.why();
        };
    }
}
