package dev.envgate.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envgate.ledger.Entry;
import dev.envgate.ledger.Name;
import dev.envgate.ledger.Place;
import dev.envgate.ledger.Presence;
import dev.envgate.ledger.TaskDefinition;
import dev.envgate.text.Directories;
import dev.envgate.text.SourceFile;
import dev.envgate.text.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The lines of the sample that the incident, the demo and the documents speak of. */
class HokusaiSampleTest {
    private static final Path SAMPLE = Path.of("samples/hokusai");
    private static final Name KEY = new Name("HUGGINGFACE_API_KEY");

    private final Workspace workspace = new Directories(Path.of(""), List.of(SAMPLE));

    @Test
    void theContractDeclaresTheKeyOnLine58() throws IOException {
        List<String> lines = Files.readAllLines(SAMPLE.resolve(".env.example"));
        assertThat(lines.subList(54, 57)).allMatch(line -> line.startsWith("# "));
        assertThat(lines.get(57)).isEqualTo("HUGGINGFACE_API_KEY=hf_your_token_here");
    }

    @Test
    void terraformHasItOnLine243() {
        Entry entry = configured().containers().getFirst().entries().stream()
                .filter(each -> each.name().equals(KEY))
                .findFirst()
                .orElseThrow();
        assertThat(entry.presence())
                .isInstanceOfSatisfying(
                        Presence.Present.class,
                        present -> assertThat(present.place())
                                .isInstanceOfSatisfying(
                                        Place.InFile.class,
                                        place -> assertThat(place.span())
                                                .hasToString("samples/hokusai/data-pipeline-ecs-services.tf:243:21")));
    }

    @Test
    void revision150LacksItAndRevision151HasIt() {
        List<Name> configured = names(configured());
        assertThat(names(deployed("revision-151.json"))).hasSameElementsAs(configured);
        assertThat(names(deployed("revision-150.json")))
                .hasSameElementsAs(
                        configured.stream().filter(name -> !name.equals(KEY)).toList());
    }

    private TaskDefinition configured() {
        TerraformReader.Result result = TerraformReader.read(Inputs.of(SAMPLE, workspace));
        assertThat(result.problems()).isEmpty();
        assertThat(result.configuration().services()).singleElement().satisfies(service -> {
            assertThat(service.name()).hasToString("hokusai-api-development");
            assertThat(service.cluster()).hasToString("hokusai-development");
        });
        return result.configuration().taskDefinitions().getFirst();
    }

    private TaskDefinition deployed(String file) {
        SourceFile source = ((Workspace.Read.Found) workspace.read(SAMPLE.resolve(file))).file();
        return ((TaskDefinitionFile.Result.Found) TaskDefinitionFile.read(source)).definition();
    }

    private static List<Name> names(TaskDefinition definition) {
        return definition.containers().getFirst().entries().stream()
                .map(Entry::name)
                .toList();
    }
}
