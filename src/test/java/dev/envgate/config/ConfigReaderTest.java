package dev.envgate.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.envgate.ledger.Severity;
import dev.envgate.policy.Grades.Level;
import dev.envgate.report.Diagnostic;
import dev.envgate.report.Style;
import dev.envgate.text.Directories;
import dev.envgate.text.Problem;
import dev.envgate.text.SourceFile;
import dev.envgate.text.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * Reads every file below {@code src/test/resources/config}: the good ones without a problem, the bad ones with what stands beside them.
 * An independent validator reads them too, by the published schema. {@code -Dgolden.update=true} rewrites what differs.
 */
class ConfigReaderTest {
    private static final Path CASES = Path.of("src/test/resources/config");

    private static final Schema SCHEMA = schema();

    /** What a schema cannot express: the syntax of YAML and of expressions, and what one part of the file says of another. */
    private static final Set<String> BEYOND_A_SCHEMA = Set.of(
            "backreference.yml",
            "bad-expression.yml",
            "bell.yml",
            "day-that-does-not-exist.yml",
            "duplicate-key.yml",
            "endpoint-with-a-header-of-the-connection.yml",
            "one-word-for-two.yml",
            "open-quote.yml",
            "suppression-in-unknown-environment.yml",
            "suppression-of-unknown-service.yml",
            "tab.yml",
            "two-documents.yml",
            "unknown-alias.yml",
            "unknown-environment-of-a-service.yml");

    @ParameterizedTest
    @MethodSource("bad")
    void everyMistakeIsSaidWithItsLineAndTheNearestChoice(Path file) throws IOException {
        List<Problem> problems = ConfigReader.read(source(file)).problems();
        Diagnostic diagnostic = new Diagnostic(new Style(false, true, 110, false));
        String said = problems.stream().map(diagnostic::of).collect(Collectors.joining());
        Path expected = file.resolveSibling(file.getFileName().toString().replace(".yml", ".txt"));
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(expected, said);
        }

        assertThat(said).isNotEmpty().isEqualTo(Files.readString(expected)).doesNotContain("hunter2");
        assertThat(problems).allSatisfy(problem -> assertThat(problem.hint()).isNotEmpty());
    }

    @ParameterizedTest
    @MethodSource("good")
    void whatIsRightHasNoProblem(Path file) {
        assertThat(ConfigReader.read(source(file)).problems()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("good")
    void theSchemaAcceptsWhatIsRight(Path file) throws IOException {
        assertThat(validate(file)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("bad")
    void theSchemaRefusesWhatASchemaCanExpress(Path file) throws IOException {
        if (!BEYOND_A_SCHEMA.contains(file.getFileName().toString())) {
            assertThat(validate(file)).isNotEmpty();
        }
    }

    @Test
    void theSchemaAndTheReaderKnowTheSameRules() throws IOException {
        Path file = Path.of("docs/schema/envgate.json");
        ObjectNode schema = (ObjectNode) new JsonMapper().readTree(Files.readString(file));
        ArrayNode rules = ((ObjectNode) schema.at("/$defs/rule")).putArray("enum");
        RuleNames.ALL.forEach(rules::add);
        String wanted = pretty(schema);
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(file, wanted);
        }

        assertThat(Files.readString(file)).isEqualTo(wanted);
    }

    private static String pretty(ObjectNode schema) throws IOException {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(
                        Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER))
                .withObjectIndenter(indenter)
                .withArrayIndenter(indenter);
        return new JsonMapper().writer(printer).writeValueAsString(schema) + "\n";
    }

    @Test
    void allThatIsWrittenIsRead() {
        Settings settings =
                ConfigReader.read(source(CASES.resolve("good/all-keys.yml"))).settings();

        assertThat(settings.services()).extracting(each -> each.name().text()).containsExactly("api", "worker", "web");
        assertThat(settings.environments())
                .extracting(each -> each.environment().words())
                .containsExactly(List.of("staging", "stg"), List.of("production", "prod", "prd"));
        assertThat(settings.gate().failOn().text())
                .isEqualTo(Severity.WARNING.name().toLowerCase(java.util.Locale.ROOT));
        assertThat(settings.grades().grades())
                .extracting(each -> each.level())
                .containsExactly(Level.OFF, Level.ERROR, Level.WARNING, Level.NOTE, Level.ERROR);
        assertThat(settings.suppressions()).hasSize(2);
        assertThat(settings.conventions().names().getFirst().fits("DB_HOST")).isTrue();
        assertThat(settings.conventions().names().getFirst().fits("dbHost")).isFalse();
        assertThat(settings.track())
                .extracting(
                        each -> each.repository().text(),
                        each -> each.team().text(),
                        each -> each.webhook().text(),
                        each -> each.label().text(),
                        each -> each.severity().text(),
                        each -> each.limit().text())
                .containsExactly("shop/web", "ENG", "https://example.com/envgate", "deploy gate", "error", "5");
        assertThat(settings.conventions().otherWords("staging")).containsExactly("production", "prod", "prd");
    }

    @Test
    void anEnvironmentWinsOverTheServiceAndWhatIsSaidForBothWinsOverAll() {
        Settings settings =
                ConfigReader.read(new SourceFile("envgate.yml", """
                services:
                  api:
                    cluster: of-the-service
                    service: of-the-service
                    region: eu-west-1
                    var-files: [service.tfvars]
                    environments:
                      production:
                        service: of-both
                        var-files: [both.tfvars]
                environments:
                  production:
                    cluster: of-the-environment
                    service: of-the-environment
                    var-files: [environment.tfvars]
                """)).settings();
        Whereabouts found =
                settings.services().getFirst().in(settings.environments().getFirst());

        assertThat(found.region().text()).isEqualTo("eu-west-1");
        assertThat(found.cluster().text()).isEqualTo("of-the-environment");
        assertThat(found.service().text()).isEqualTo("of-both");
        assertThat(found.varFiles())
                .extracting(Setting::text)
                .containsExactly("service.tfvars", "environment.tfvars", "both.tfvars");
    }

    private static SourceFile source(Path file) {
        Path absolute = CASES.toAbsolutePath();
        return switch (new Directories(absolute, List.of(absolute)).read(file.toAbsolutePath())) {
            case Workspace.Read.Found(SourceFile found) -> new SourceFile("envgate.yml", found.text());
            case Workspace.Read.Refused(String why) -> throw new AssertionError(why);
        };
    }

    /** The validator takes JSON: its own YAML is that of version 1.1, where {@code off} is a truth value. */
    private static List<Error> validate(Path file) throws IOException {
        String text = Files.readString(file).replace("\uFEFF", "");
        Object value = new Load(LoadSettings.builder().build()).loadFromString(text);
        return SCHEMA.validate(new JsonMapper().writeValueAsString(value), InputFormat.JSON);
    }

    private static Schema schema() {
        try {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(Files.readString(Path.of("docs/schema/envgate.json")), InputFormat.JSON);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<Path> bad() throws IOException {
        return cases("bad");
    }

    private static List<Path> good() throws IOException {
        return cases("good");
    }

    private static List<Path> cases(String folder) throws IOException {
        try (Stream<Path> files = Files.list(CASES.resolve(folder))) {
            return files.filter(each -> each.toString().endsWith(".yml"))
                    .sorted()
                    .toList();
        }
    }
}
