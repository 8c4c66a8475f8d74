package dev.envgate.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envgate.hcl.JsonText;
import dev.envgate.hcl.Origin;
import dev.envgate.hcl.Value;
import dev.envgate.ledger.Configuration;
import dev.envgate.ledger.ContainerDefinition;
import dev.envgate.ledger.Given;
import dev.envgate.ledger.HiddenValue;
import dev.envgate.text.Directories;
import dev.envgate.text.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Calls of public modules that are not on disk come out as the modules themselves make them: {@code recorded.json} is what Terraform 1.11.4
 * made of the real modules, recorded by src/test/oracle/record-modules.sh. Each root names the release that it calls.
 */
class PublicModulesTest {
    private static final Path ROOTS = Path.of("src/test/resources/terraform-modules");

    static List<String> roots() throws IOException {
        try (Stream<Path> folders = Files.list(ROOTS)) {
            return folders.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("roots")
    void aStandInMakesTheSameAsTheModule(String name) throws IOException {
        Path folder = ROOTS.resolve(name);
        TerraformReader.Result read =
                TerraformReader.read(Inputs.of(folder, new Directories(Path.of(""), List.of(folder))));

        assertThat(read.problems()).isEmpty();
        assertThat(read.configuration().gaps()).isEmpty();
        assertThat(text(read.configuration())).isEqualTo(recorded(folder));
    }

    /** What was made, as text by address: family and containers of a task definition, the name of a service. */
    private static SortedMap<String, String> text(Configuration configuration) {
        SortedMap<String, String> made = new TreeMap<>();
        configuration.taskDefinitions().forEach(each -> {
            assertThat(each.gaps()).isEmpty();
            made.put(each.address(), each.family() + containers(each.containers()));
        });
        configuration
                .services()
                .forEach(each -> made.put(each.address(), each.name().toString()));
        return made;
    }

    private static String containers(List<ContainerDefinition> containers) {
        SortedMap<String, Object> all = new TreeMap<>();
        containers.forEach(each -> {
            assertThat(each.gaps()).isEmpty();
            all.put(each.name().toString(), entries(each));
        });
        return all.toString();
    }

    private static SortedMap<String, String> entries(ContainerDefinition container) {
        SortedMap<String, String> entries = new TreeMap<>();
        container.entries().forEach(each -> entries.put(each.name().text(), given(each.given())));
        container.environmentFiles().forEach(each -> entries.put(each.toString(), "file"));
        return entries;
    }

    private static String given(Given given) {
        return switch (given) {
            case Given.Plain(HiddenValue.Known(String value)) -> "plain " + value;
            case Given.Plain plain -> "not known: " + plain.value();
            case Given.Secret secret -> "secret " + secret.reference().text();
            case Given.FromFile(String file) -> "file " + file;
            case Given.FromImage(String image) -> "image " + image;
        };
    }

    private static SortedMap<String, String> recorded(Path folder) throws IOException {
        SourceFile file = new SourceFile("recorded.json", Files.readString(folder.resolve("recorded.json")));
        Fields recorded = Fields.of(JsonText.read(Value.Str.of(file.text(), Origin.at(file.all()))));
        SortedMap<String, String> made = new TreeMap<>();
        recorded.names().forEach(address -> made.put(address, recorded(recorded.fields(address))));
        return made;
    }

    private static String recorded(Fields resource) {
        if (!resource.has("containers")) {
            return resource.text("name").orElse("");
        }
        SortedMap<String, Object> containers = new TreeMap<>();
        resource.elements("containers")
                .map(Fields::of)
                .forEach(each -> containers.put(each.text("name").orElse(""), recordedEntries(each)));
        return resource.text("family").orElse("") + containers;
    }

    private static Map<String, String> recordedEntries(Fields container) {
        SortedMap<String, String> entries = new TreeMap<>();
        Fields environment = container.fields("environment");
        environment
                .names()
                .forEach(name ->
                        entries.put(name, "plain " + environment.text(name).orElse("")));
        Fields secrets = container.fields("secrets");
        secrets.names()
                .forEach(
                        name -> entries.put(name, "secret " + secrets.text(name).orElse("")));
        container
                .elements("environmentFiles")
                .flatMap(each -> Reason.text(each).stream())
                .forEach(each -> entries.put(each, "file"));
        return entries;
    }
}
