package dev.envgate.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Locale;

/** A report of {@code check} as a test wants it: of the service web with the container web, all of it verified. */
final class FoundReport {
    private static final JsonMapper JSON = new JsonMapper();

    final ObjectNode root = JSON.createObjectNode();

    FoundReport() {
        root.put("schemaVersion", 1)
                .put("verdict", "fail")
                .put("account", "123456789012")
                .put("region", "us-east-1");
        root.putObject("summary")
                .put("errors", 0)
                .put("warnings", 0)
                .put("notes", 0)
                .put("unverified", 0)
                .put("inStep", 0);
        for (String each : new String[] {"services", "rows", "findings", "setAside", "notVerified", "problems"}) {
            root.putArray(each);
        }
        service("web");
        row("web", "LOG_LEVEL");
    }

    ArrayNode array(String field) {
        return (ArrayNode) root.get(field);
    }

    ObjectNode service(String name) {
        ObjectNode service = array("services").addObject();
        service.put("service", name)
                .put("cluster", "shop")
                .put("account", "123456789012")
                .put("region", "us-east-1");
        service.putObject("deployed").put("state", "running").put("taskDefinition", name + ":7");
        return service.put("code", "not-searched");
    }

    ObjectNode row(String service, String name) {
        ObjectNode row = array("rows").addObject();
        row.put("service", service).put("container", service).put("name", name).put("kind", "setting");
        row.putObject("declared")
                .put("presence", "present")
                .put("file", ".env.example")
                .put("line", 1);
        row.putObject("configured")
                .put("presence", "present")
                .put("value", "known")
                .put("file", "main.tf")
                .put("line", 1);
        row.putObject("stored").put("presence", "present");
        row.putObject("deployed").put("presence", "present").put("value", "secret");
        return row;
    }

    /** An error of the container web, and the row that it is about. */
    FoundReport finding(String name) {
        finding("undeployed", "error", "web", name);
        ((ObjectNode) row("web", name).get("deployed")).put("presence", "absent");
        return this;
    }

    ObjectNode finding(String rule, String severity, String service, String name) {
        return finding(array("findings").addObject(), rule, severity, service, name);
    }

    static ObjectNode finding(ObjectNode finding, String rule, String severity, String service, String name) {
        finding.put("rule", rule)
                .put("severity", severity)
                .put("service", service)
                .put("container", service);
        finding.put("name", name).put("message", "`" + name + "` is in Terraform, and what runs does not have it.");
        finding.put("hint", "run `terraform apply`, then deploy.")
                .put("file", "main.tf")
                .put("line", 12);
        return finding.put("column", 3).put("fingerprint", fingerprint(rule + service + name));
    }

    FoundReport gap(String station, String what, String cause) {
        array("notVerified")
                .addObject()
                .put("station", station)
                .put("what", what)
                .put("why", "Nobody knows.")
                .put("hint", "")
                .put("cause", cause);
        return this;
    }

    static String fingerprint(String text) {
        return HexFormat.of()
                .toHexDigits(text.hashCode())
                .toLowerCase(Locale.ROOT)
                .repeat(4);
    }

    Path write(Path directory) {
        try {
            return Files.writeString(directory.resolve("report.json"), root.toPrettyString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
