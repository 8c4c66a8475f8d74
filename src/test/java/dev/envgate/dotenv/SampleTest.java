package dev.envgate.dotenv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envgate.ledger.Declaration;
import dev.envgate.ledger.Kind;
import dev.envgate.ledger.Standing;
import dev.envgate.text.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class SampleTest {
    @Test
    void theKeyOfTheIncidentIsASecretOnItsLine() throws IOException {
        Declaration key = declaration("HUGGINGFACE_API_KEY");
        assertThat(key.kind()).isEqualTo(Kind.SECRET);
        assertThat(key.standing()).isEqualTo(Standing.SECRET);
        assertThat(key.span()).hasToString(".env.example:58:1");
        assertThat(key.comment()).hasSize(3);
    }

    @Test
    void everyNameOfTheSampleStandsAsListed() throws IOException {
        assertThat(declarations().stream().map(SampleTest::shown))
                .containsExactlyElementsOf(Files.readAllLines(Path.of("src/test/resources/dotenv/hokusai.txt")));
    }

    private static String shown(Declaration each) {
        return "%d %s %s %s".formatted(each.span().line(), each.name(), each.kind(), each.standing());
    }

    @Test
    void whatTheSampleDoesNotConfigureIsNotMissed() throws IOException {
        String terraform = Files.readString(Path.of("samples/hokusai/data-pipeline-ecs-services.tf"));
        assertThat(declarations().stream().filter(each -> !terraform.contains("\"" + each.name() + "\"")))
                .hasSizeGreaterThan(40)
                .extracting(Declaration::standing)
                .containsOnly(Standing.DEFAULTED, Standing.LOCAL, Standing.OPTIONAL);
    }

    private static Declaration declaration(String name) throws IOException {
        return declarations().stream()
                .filter(each -> each.name().text().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<Declaration> declarations() throws IOException {
        SourceFile file = new SourceFile(".env.example", Files.readString(Path.of("samples/hokusai/.env.example")));
        return DotenvReader.read(List.of(file)).contract().declarations();
    }
}
