package dev.envgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Holds every JSON output of the tests against the published schemas. */
final class Schemas {
    private Schemas() {}

    static void assertCheck(String json) throws IOException {
        assertValid("check", json);
    }

    static void assertShow(String json) throws IOException {
        assertValid("show", json);
    }

    static void assertValid(String name, String json) throws IOException {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(Path.of("docs/schema", name + ".json")), InputFormat.JSON);

        assertThat(schema.validate(json, InputFormat.JSON)).as(json).isEmpty();
    }
}
