package dev.envgate.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.xml.sax.SAXException;

/** For each format, something that is not envgate and knows what the format demands. A format without an entry fails {@code FormatsTest}. */
public final class Validators {
    private static final Path SCHEMAS = Path.of("src/test/resources/schema");

    /** Text of TAP in which no directive begins. */
    private static final String PLAIN = "(?:[^#\\\\]++|\\\\.)*+";

    private static final Map<String, Validator> ALL = Map.ofEntries(
            Map.entry("checklist", report -> markdown(report, 1 << 20)),
            Map.entry("comment", report -> markdown(report, 65_536)),
            Map.entry("github", Validators::github),
            Map.entry("gitlab", Validators::gitlab),
            Map.entry("html", PageCheck::check),
            Map.entry(
                    "json",
                    report -> schema(SpecificationVersion.DRAFT_2020_12, Path.of("docs/schema/check.json"), report)),
            Map.entry("junit", Validators::junit),
            Map.entry("markdown", report -> markdown(report, 1 << 20)),
            Map.entry(
                    "matrix",
                    report -> assertThat(report).startsWith("envgate: ").endsWith("\n")),
            Map.entry("sarif", report -> sarif(report, 1)),
            Map.entry("tap", Validators::tap),
            Map.entry("text", report -> assertThat(report).endsWith("\n")));

    private static final Map<String, Validator> FLEET = Map.ofEntries(
            Map.entry("github", Validators::github),
            Map.entry("gitlab", Validators::gitlab),
            Map.entry("html", PageCheck::checkWithoutScript),
            Map.entry(
                    "json",
                    report -> schema(SpecificationVersion.DRAFT_2020_12, Path.of("docs/schema/fleet.json"), report)),
            Map.entry("junit", Validators::junit),
            Map.entry("markdown", report -> markdown(report, 1 << 20)),
            Map.entry("sarif", report -> sarif(report, 1_000)),
            Map.entry("tap", Validators::tap),
            Map.entry(
                    "text",
                    report -> assertThat(report).startsWith("envgate fleet: ").endsWith("\n")));

    private Validators() {}

    /** Fails when a report is not what its readers accept. */
    @FunctionalInterface
    interface Validator {
        void check(String report) throws IOException;
    }

    public static Set<String> formats() {
        return ALL.keySet();
    }

    /** Fails when a report is not what readers of its format accept, or when it acts on a terminal or a pipeline that shows it. */
    public static void assertValid(String format, String report) throws IOException {
        assertHarmless(format, report);
        ALL.getOrDefault(format, _ -> fail("`" + format + "` has no validator")).check(report);
    }

    /** The same for a report of a fleet. */
    public static void assertValidOfFleet(String format, String report) throws IOException {
        assertHarmless(format, report);
        FLEET.getOrDefault(format, _ -> fail("`" + format + "` of a fleet has no validator"))
                .check(report);
    }

    /** What is true of every format: no character that acts, and no command of a pipeline but those that the format is made of. */
    static void assertHarmless(String format, String report) {
        assertThat(report.codePoints().filter(c -> c != '\n' && acts(c)).mapToObj("U+%04X"::formatted))
                .as("characters that act in " + format)
                .isEmpty();
        assertThat(report.lines().filter(line -> isCommand(format, line)))
                .as("commands in " + format)
                .isEmpty();
    }

    private static boolean acts(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    /** As the runner of GitHub finds commands, and those of Azure and TeamCity theirs. */
    private static boolean isCommand(String format, String line) {
        boolean begins = line.replaceFirst("^[\\s\\p{Z}]+", "").startsWith("::") && !format.equals("github");
        return begins || Pattern.compile("##\\w{0,20}\\[").matcher(line).find();
    }

    private static void github(String report) {
        List<String> lines = report.lines().toList();
        String property = "[a-zA-Z]+=[^:,\\r\\n]*";
        assertThat(lines)
                .allMatch(line -> line.matches("::(error|warning|notice) " + property + "(," + property + ")*::.+"));
        for (String level : List.of("error", "warning", "notice")) {
            assertThat(lines.stream().filter(line -> line.startsWith("::" + level + " ")))
                    .hasSizeLessThanOrEqualTo(10);
        }
    }

    private static void gitlab(String report) throws IOException {
        schema(SpecificationVersion.DRAFT_2020_12, SCHEMAS.resolve("gitlab-code-quality.json"), report);
        assertThat(new JsonMapper().readTree(report).findValuesAsText("fingerprint"))
                .doesNotHaveDuplicates();
    }

    private static void schema(SpecificationVersion version, Path file, String json) throws IOException {
        Schema schema = SchemaRegistry.withDefaultDialect(version).getSchema(Files.readString(file), InputFormat.JSON);

        assertThat(schema.validate(json, InputFormat.JSON)).isEmpty();
    }

    /** The schema of OASIS, and what GitHub says of files for code scanning. */
    private static void sarif(String report, int locations) throws IOException {
        schema(SpecificationVersion.DRAFT_4, SCHEMAS.resolve("sarif-2.1.0-rtm.5.json"), report);
        JsonNode run = new JsonMapper().readTree(report).path("runs").path(0);
        JsonNode rules = run.path("tool").path("driver").path("rules");
        assertThat(run.path("results").size()).isLessThanOrEqualTo(5_000);
        for (JsonNode rule : rules) {
            assertThat(rule.path("help").path("markdown").asText()).isNotBlank();
            assertThat(rule.path("shortDescription").path("text").asText()).isNotBlank();
        }
        for (JsonNode result : run.path("results")) {
            assertThat(rules.path(result.path("ruleIndex").asInt()).path("id")).isEqualTo(result.path("ruleId"));
            result(result, locations);
        }
    }

    private static void result(JsonNode result, int locations) {
        assertThat(result.path("locations")).hasSizeBetween(1, locations);
        result.path("locations").forEach(each -> location(each.path("physicalLocation")));
        assertThat(result.path("partialFingerprints")
                        .path("primaryLocationLineHash")
                        .asText())
                .isNotBlank();
        assertThat(result.path("message").path("text").asText())
                .doesNotContainPattern("(?<!\\\\)\\[[^\\]]*(?<!\\\\)\\]\\(");
    }

    private static void location(JsonNode location) {
        JsonNode region = location.path("region");
        assertThat(location.path("artifactLocation").path("uri").asText()).matches("(?!/|\\.\\./)[A-Za-z0-9_.~%/-]+");
        assertThat(region.path("startLine").asInt()).isPositive();
        assertThat(region.path("endColumn").asInt())
                .isGreaterThan(region.path("startColumn").asInt());
    }

    private static void junit(String report) throws IOException {
        try {
            SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                    .newSchema(SCHEMAS.resolve("junit.xsd").toFile())
                    .newValidator()
                    .validate(new StreamSource(new StringReader(report)));
        } catch (SAXException e) {
            throw new AssertionError(String.valueOf(e.getMessage()), e);
        }
    }

    /** CommonMark finds no link, picture or markup but our own; nobody is mentioned outside of code. */
    private static void markdown(String report, int limit) {
        assertThat(report.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(limit);
        Foreign foreign = new Foreign();
        Parser.builder()
                .extensions(List.of(AutolinkExtension.create()))
                .build()
                .parse(report)
                .accept(foreign);
        assertThat(foreign.found).isEmpty();
    }

    /** Collects what is not ours. */
    private static final class Foreign extends AbstractVisitor {
        private static final Pattern OWN = Pattern.compile(
                "<!-- -->|<!-- envgate: comment -->|</?code>|<details><summary>[\\w ]+</summary>|</details>");

        private final List<String> found = new ArrayList<>();
        private boolean inCode;

        @Override
        public void visit(HtmlInline inline) {
            inCode = inline.getLiteral().equals("<code>")
                    || (inCode && !inline.getLiteral().equals("</code>"));
            html(inline.getLiteral());
        }

        @Override
        public void visit(HtmlBlock block) {
            block.getLiteral().lines().forEach(this::html);
        }

        private void html(String literal) {
            if (!OWN.matcher(literal).matches()) {
                found.add(literal);
            }
        }

        @Override
        public void visit(Image image) {
            found.add("a picture of " + image.getDestination());
        }

        @Override
        public void visit(Link link) {
            if (!link.getDestination().startsWith("https://own.example/")) {
                found.add("a link to " + link.getDestination());
            }
            visitChildren(link);
        }

        @Override
        public void visit(Text text) {
            if (!inCode
                    && Pattern.compile("(^|\\W)@\\w").matcher(text.getLiteral()).find()) {
                found.add(text.getLiteral());
            }
        }
    }

    /** The plan fits, the numbers follow each other, and what stands below a line is YAML. */
    private static void tap(String report) {
        List<String> lines = report.lines().toList();
        List<String> tests = lines.stream()
                .filter(line -> line.startsWith("ok ") || line.startsWith("not ok "))
                .toList();
        assertThat(lines).startsWith("TAP version 14", "1.." + tests.size());
        for (int i = 0; i < tests.size(); i++) {
            assertThat(tests.get(i)).matches("(not )?ok " + (i + 1) + " - " + PLAIN + "(?:# SKIP " + PLAIN + ")?");
        }
        String rest = String.join("\n", lines.subList(2, lines.size()));
        for (String block : rest.split("(?m)^(?:not )?ok .*$", -1)) {
            if (!block.isBlank()) {
                assertThat(block.strip()).startsWith("---\n").endsWith("\n  ...");
                yaml(block.strip());
            }
        }
    }

    private static void yaml(String block) {
        String document = block.substring("---\n".length(), block.length() - "...".length());
        assertThat(new Load(LoadSettings.builder().build()).loadFromString(document))
                .isInstanceOf(Map.class);
    }
}
