package dev.envgate.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.envgate.ledger.Entry;
import dev.envgate.ledger.Given;
import dev.envgate.ledger.HiddenValue;
import dev.envgate.ledger.Identity;
import dev.envgate.text.Directories;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** {@code data "aws_iam_policy_document"} against what Terraform 1.11.4 and the AWS provider 5.100.0 made of the same blocks. */
class PolicyDocumentTest {
    private static final Path FOLDER = Path.of("src/test/resources/terraform/policy-documents");

    @Test
    void theDocumentsAreThoseOfTheProviderToTheLetter() throws IOException {
        Map<String, String> oracle = new JsonMapper()
                .readValue(FOLDER.resolve("oracle.json").toFile(), new TypeReference<Map<String, String>>() {});
        Map<String, String> made = new TreeMap<>();
        entries().forEach(entry -> made.put(entry.name().text(), value(entry)));
        assertThat(made).containsExactlyEntriesOf(new TreeMap<>(oracle));
    }

    private static List<Entry> entries() {
        Inputs inputs = new Inputs(
                FOLDER,
                new Directories(Path.of(""), List.of(FOLDER)),
                List.of(),
                Map.of(),
                "default",
                new Identity("", ""));
        return TerraformReader.read(inputs)
                .configuration()
                .taskDefinitions()
                .getFirst()
                .containers()
                .getFirst()
                .entries();
    }

    private static String value(Entry entry) {
        return entry.given() instanceof Given.Plain(HiddenValue.Known(String value)) ? value : "not known";
    }
}
