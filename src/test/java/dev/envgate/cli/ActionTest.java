package dev.envgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * Runs the steps of {@code action.yml} as a runner does, in bash and with the files and variables that GitHub documents. What a runner
 * has of its own is stood in for: the program is the one under test, {@code gh} writes down what it is asked. Steps that use other actions
 * are not run.
 */
class ActionTest {
    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{\\{ (.*?) \\}\\}");

    @TempDir
    private Path runner;

    private final Map<String, String> inputs = new HashMap<>();
    private final Map<String, String> variables = new HashMap<>();
    private final Map<String, String> context = new HashMap<>(Map.of(
            "github.event_name == 'pull_request' && github.event.pull_request.head.repo.full_name != github.repository",
            "false",
            "github.action_repository && format('{0}/{1}/blob/{2}/docs/rules', github.server_url, "
                    + "github.action_repository, github.action_ref) || ''",
            "https://github.com/kitchen/envgate/blob/v1/docs/rules",
            "github.token",
            "a-token",
            "github.event.pull_request.number",
            "7",
            "steps.check.outputs.exit-code",
            ""));

    /** What a step printed and ended with. */
    private record Step(int exit, String log) {}

    @BeforeEach
    void aRunner() throws IOException {
        for (String file : List.of("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY")) {
            variables.put(file, Files.createFile(runner.resolve(file)).toString());
        }
        variables.put("GITHUB_ACTIONS", "true");
        variables.put("GITHUB_REPOSITORY", "kitchen/recipes");
        variables.put("RUNNER_TEMP", runner.toString());
        variables.put("LANG", "C.UTF-8");
        mapping(action().getOrDefault("inputs", Map.of()))
                .forEach((name, input) -> inputs.put(
                        String.valueOf(name), String.valueOf(mapping(input).getOrDefault("default", ""))));
        inputs.put("command", program().toString());
        inputs.put("env-file", "samples/hokusai/.env.example");
        inputs.put("terraform", "samples/hokusai");
        inputs.put("deployed", "samples/hokusai/revision-150.json");
        inputs.put("html", runner.resolve("envgate.html").toString());
        inputs.put("sarif", runner.resolve("envgate.sarif").toString());
    }

    @Test
    void theCheckWritesAnnotationsSummaryOutputsAndSarifAndTheLastStepEndsAsItDid() throws IOException {
        Step check = step("Check");

        assertThat(check.exit()).as(check.log()).isZero();
        assertThat(check.log())
                .contains("envgate: closed")
                .contains("::error file=samples/hokusai/data-pipeline-ecs-services.tf,line=243,");
        assertThat(read("GITHUB_STEP_SUMMARY")).contains("the gate is closed");
        assertThat(read("GITHUB_OUTPUT"))
                .contains(
                        "verdict=fail\n",
                        "errors=1\n",
                        "report=" + runner.resolve("envgate.html") + "\n",
                        "\nexit-code=1\n");
        assertThat(Files.readString(runner.resolve("envgate.sarif")))
                .contains("https://github.com/kitchen/envgate/blob/v1/docs/rules/undeployed.md");
        context.put("steps.check.outputs.exit-code", "1");
        assertThat(step("Verdict").exit()).isEqualTo(1);
    }

    @Test
    void aPassIsAPass() throws IOException {
        inputs.put("deployed", "samples/hokusai/revision-151.json");
        step("Check");

        assertThat(read("GITHUB_OUTPUT")).contains("verdict=pass\n", "\nexit-code=0\n");
        context.put("steps.check.outputs.exit-code", "0");
        assertThat(step("Verdict").exit()).isZero();
    }

    @Test
    void aCheckThatNeverRanIsNoPass() throws IOException {
        assertThat(step("Verdict").exit()).isEqualTo(2);
    }

    @Test
    void aPullRequestFromAForkIsCheckedWithoutAwsAndSaysSo() throws IOException {
        inputs.put("deployed", "");
        context.replaceAll((expression, value) -> expression.startsWith("github.event_name") ? "true" : value);
        Step check = step("Check");

        assertThat(check.log())
                .contains("::notice title=envgate::This pull request comes from a fork")
                .contains("AWS not asked");
        assertThat(read("GITHUB_OUTPUT")).contains("verdict=pass\n");
    }

    @Test
    void inputsOfSeveralLinesAreOneArgumentEach() throws IOException {
        inputs.put("command", echo().toString());
        inputs.put("container", "web\nside car\r\n\n");
        inputs.put("arguments", "--no-source\n--var\nname=with blank");
        inputs.put("strict", "true");

        assertThat(step("Check").log().lines())
                .containsSubsequence("<--container>", "<web>", "<--container>", "<side car>", "<--strict>")
                .containsSubsequence("<--no-source>", "<--var>", "<name=with blank>");
    }

    @Test
    void nothingOfAnInputIsRun() throws IOException {
        inputs.put("command", echo().toString());
        inputs.put("service", "$(touch " + runner.resolve("ran") + ")`touch " + runner.resolve("ran") + "`; exit 0");
        Step check = step("Check");

        assertThat(check.log()).contains("<$(touch ");
        assertThat(runner.resolve("ran")).doesNotExist();
    }

    @Test
    void anInputThatIsNeitherTrueNorFalseIsRefused() throws IOException {
        inputs.put("strict", "yes");

        assertThat(step("Check")).satisfies(check -> {
            assertThat(check.exit()).isEqualTo(2);
            assertThat(check.log()).contains("::error title=envgate::The input `strict` is true or false.");
        });
    }

    @Test
    void theCommentIsWrittenOnceAndThenReplaced() throws IOException {
        inputs.put("comment", "true");
        step("Check");
        assertThat(runner.resolve("envgate-comment.md")).content().startsWith("<!-- envgate: comment -->\n");

        gh("");
        step("Comment");
        assertThat(read(runner.resolve("asked"))).contains("--method POST repos/kitchen/recipes/issues/7/comments");

        gh("41");
        step("Comment");
        assertThat(read(runner.resolve("asked"))).contains("--method PATCH repos/kitchen/recipes/issues/comments/41");
    }

    @Test
    void everyInputIsUsed() throws IOException {
        String text = Files.readString(Path.of("action.yml"));

        assertThat(mapping(action().getOrDefault("inputs", Map.of())).keySet())
                .allSatisfy(name -> assertThat(text).contains("inputs." + name));
    }

    /** A runner of Windows has no other bash than that of Git, and one of macOS that of 2007. */
    @Test
    void noStepAsksForAnotherShell() throws IOException {
        assertThat(steps().stream().filter(each -> each.containsKey("run")))
                .isNotEmpty()
                .allSatisfy(each -> assertThat(each.get("shell")).isEqualTo("bash"))
                .allSatisfy(each -> assertThat(String.valueOf(each.get("run")))
                        .doesNotContain("${{", "declare -A", "mapfile", "readarray", "${x,,}"));
    }

    private Step step(String name) throws IOException {
        Map<Object, Object> step = steps().stream()
                .filter(each -> name.equals(each.get("name")))
                .findFirst()
                .orElseThrow();
        Path script = Files.writeString(runner.resolve("step.sh"), String.valueOf(step.get("run")));
        ProcessBuilder builder =
                new ProcessBuilder("bash", "--noprofile", "--norc", "-eo", "pipefail", script.toString());
        builder.environment().putAll(variables);
        mapping(step.getOrDefault("env", Map.of()))
                .forEach((key, value) ->
                        builder.environment().put(String.valueOf(key), evaluated(String.valueOf(value))));
        Path log = runner.resolve("log");
        Process process =
                builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
        try {
            assertThat(process.waitFor(2, TimeUnit.MINUTES))
                    .as("the step ended")
                    .isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return new Step(process.exitValue(), Files.readString(log));
    }

    /** The few expressions that the action has; one that is new fails the test. */
    private String evaluated(String text) {
        return EXPRESSION.matcher(text).replaceAll(match -> {
            String expression = match.group(1);
            String value = expression.startsWith("inputs.")
                    ? inputs.get(expression.substring("inputs.".length()))
                    : context.get(expression);
            assertThat(value).as(expression).isNotNull();
            return Matcher.quoteReplacement(evaluated(String.valueOf(value)));
        });
    }

    /** The program under test, as a command. */
    private Path program() throws IOException {
        return script(
                "envgate",
                "exec '%s' -XX:TieredStopAtLevel=1 -cp '%s' dev.envgate.cli.Main \"$@\""
                        .formatted(Path.of(System.getProperty("java.home"), "bin", "java"), classPath()));
    }

    /** What this test itself runs with. */
    private static String classPath() {
        return ActionTest.class.getClassLoader() instanceof URLClassLoader loader
                ? Arrays.stream(loader.getURLs())
                        .map(url -> Path.of(URI.create(url.toString())).toString())
                        .collect(Collectors.joining(File.pathSeparator))
                : System.getProperty("java.class.path");
    }

    /** Says what it was called with, an argument a line. */
    private Path echo() throws IOException {
        return script("echo", "printf '<%s>\\n' \"$@\"");
    }

    /** A {@code gh} that has an earlier comment or none, and writes down what it is asked. */
    private void gh(String earlier) throws IOException {
        Path bin = Files.createDirectories(runner.resolve("bin"));
        Files.move(
                script(
                        "gh",
                        "echo \"$@\" >>'%s'; case $* in *--paginate*) echo '%s' ;; esac"
                                .formatted(runner.resolve("asked"), earlier)),
                bin.resolve("gh"),
                StandardCopyOption.REPLACE_EXISTING);
        variables.put("PATH", bin + ":" + System.getenv("PATH"));
    }

    private Path script(String name, String line) throws IOException {
        Path file = Files.writeString(runner.resolve(name), "#!/bin/sh\n" + line + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file;
    }

    private String read(String variable) throws IOException {
        return read(Path.of(variables.getOrDefault(variable, "")));
    }

    private static String read(Path file) throws IOException {
        return Files.readString(file);
    }

    private static List<Map<Object, Object>> steps() throws IOException {
        List<Map<Object, Object>> steps = new ArrayList<>();
        if (mapping(action().getOrDefault("runs", Map.of())).get("steps") instanceof List<?> all) {
            all.forEach(each -> steps.add(mapping(each)));
        }
        return steps;
    }

    private static Map<Object, Object> action() throws IOException {
        return mapping(
                new Load(LoadSettings.builder().build()).loadFromString(Files.readString(Path.of("action.yml"))));
    }

    private static Map<Object, Object> mapping(Object node) {
        return node instanceof Map<?, ?> map
                ? map.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue))
                : Map.of();
    }
}
