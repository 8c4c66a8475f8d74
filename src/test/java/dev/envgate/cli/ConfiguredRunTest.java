package dev.envgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.envgate.aws.AwsSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs that {@code envgate.yml} says something about, in a repository of two services. */
class ConfiguredRunTest {
    private static final String BOTH = """
            services:
              api:
                contract: api/.env.example
                terraform: infra/api
              worker:
                contract: worker/.env.example
                terraform: infra/worker
            """;

    @TempDir
    private Path repository;

    @BeforeEach
    void twoServicesEachWithASecretThatTerraformLacks() throws IOException {
        Files.createDirectories(repository.resolve(".git"));
        write("api/.env.example", "API_TOKEN=your_token_here\nLOG_LEVEL=info\n");
        write("worker/.env.example", "WORKER_TOKEN=your_token_here\nLOG_LEVEL=info\n");
        write("infra/api/main.tf", terraform("api"));
        write("infra/worker/main.tf", terraform("worker"));
    }

    @Test
    void severalServicesAreOneRunWithOneVerdict() throws IOException {
        configure(BOTH);
        Ran ran = check();

        assertThat(ran.exit()).isEqualTo(1);
        assertThat(services(ran)).containsExactly("api", "worker");
        assertThat(findings(ran)).containsExactly("api API_TOKEN error", "worker WORKER_TOKEN error");
        Schemas.assertCheck(ran.out());
    }

    @Test
    void theTextNamesEveryServiceThatWasLookedAt() throws IOException {
        configure(BOTH);
        Ran ran = Ran.in(repository, "check", "--offline");

        assertThat(ran.out())
                .contains("2 services")
                .contains("\napi · AWS not asked\n")
                .contains("\nworker · AWS not asked\n")
                .contains("deployed   api, worker: `--offline`");
    }

    @ParameterizedTest
    @CsvSource({
        "contract, --env-file",
        "var-files, --var-file",
        "task-definition, --task-definition",
        "terraform, --terraform",
        "source, --source"
    })
    void aPathOutOfTheRepositoryIsRefusedWhetherItIsThereOrNot(String key, String option, @TempDir Path other)
            throws IOException {
        Files.createSymbolicLink(repository.resolve("link"), other);
        for (String path : List.of("../../nowhere/credentials", "../" + other.getFileName(), "link/credentials")) {
            boolean list = key.equals("var-files") || key.equals("source");
            configure("services:\n  api:\n    " + key + ": " + (list ? "[" + path + "]" : path) + "\n");
            Ran ran = check();

            assertThat(ran.exit()).isEqualTo(2);
            assertThat(ran.err())
                    .contains("`" + path + "` leads out of the repository")
                    .contains("envgate.yml:3:")
                    .contains(option);
        }
    }

    @Test
    void aBaselineOutOfTheRepositoryIsRefused() throws IOException {
        configure(BOTH + "baseline: ../known.json\n");
        Ran ran = check();

        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err())
                .contains("`../known.json` leads out of the repository")
                .contains("--baseline");
    }

    @Test
    void aLongPathAsTheValueOfASecretIsRead() throws IOException {
        configure("services: {api: {contract: api/.env.example, terraform: infra/api}}\n");
        write(
                "infra/api/main.tf",
                terraform("api")
                        .replace("LOG_LEVEL", "API_TOKEN")
                        .replace("\"info\"", "\"" + "/a".repeat(50_000) + "\""));

        assertThat(values(check(), "findings", "rule")).doesNotContain("plaintext-secret");
    }

    @Test
    void aServiceThatCannotBeReadDoesNotStopTheOthers() throws IOException {
        configure(BOTH);
        write("infra/worker/main.tf", "resource \"aws_ecs_task_definition\" {{{\n");
        Ran ran = check();

        assertThat(ran.exit()).isEqualTo(2);
        assertThat(findings(ran)).containsExactly("api API_TOKEN error");
        assertThat(ran.err()).contains("infra/worker/main.tf:1:");
    }

    @Test
    void aServiceWithoutATaskDefinitionIsNamedAmongTheOthers() throws IOException {
        configure(BOTH);
        write("infra/worker/main.tf", "# nothing yet\n");
        Ran ran = check();

        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains("`worker`: No ECS task definition was found");
    }

    @Test
    void everyEnvironmentIsAColumnOfItsOwn() throws IOException {
        configure(BOTH + """
                environments:
                  staging:
                    vars: {extra: API_TOKEN}
                  production:
                """);
        Ran all = check();
        Ran production = check("--environment", "production");

        assertThat(services(all))
                .containsExactly("api staging", "api production", "worker staging", "worker production");
        assertThat(findings(all))
                .containsExactly(
                        "production api API_TOKEN error",
                        "production worker WORKER_TOKEN error",
                        "staging worker WORKER_TOKEN error");
        assertThat(services(production)).containsExactly("api production", "worker production");
        Schemas.assertCheck(all.out());
    }

    @Test
    void oneFaultInTwoEnvironmentsHasTwoFingerprints() throws IOException {
        configure(BOTH + "environments:\n  staging:\n  production:\n");

        assertThat(values(check("--service", "api"), "findings", "fingerprint")).doesNotHaveDuplicates();
    }

    @Test
    void aServiceIsChosenByTheNameOfTheConfigurationOrOfEcs() throws IOException {
        configure(BOTH.replace("terraform: infra/api", "terraform: infra/api\n    service: shop-api"));

        assertThat(services(check("--service", "worker"))).containsExactly("worker");
        assertThat(services(check("--service", "shop-api"))).isEqualTo(services(check("--service", "api")));
    }

    @Test
    void whatIsNotThereIsRefusedWithTheNearest() throws IOException {
        configure(BOTH + "environments:\n  staging:\n");

        assertThat(check("--service", "wroker").err())
                .contains("no service `wroker`")
                .contains("did you mean `worker`?");
        assertThat(check("--environment", "stagin").err())
                .contains("no environment `stagin`")
                .contains("did you mean `staging`?");
    }

    @Test
    void theFileIsFoundUpwardButNotAboveTheRepository() throws IOException {
        configure(BOTH);
        Files.createDirectories(repository.resolve("api/src"));
        Files.createDirectories(repository.resolve("other/.git"));

        assertThat(services(run(repository.resolve("api/src"), Map.of()))).containsExactly("api", "worker");
        assertThat(run(repository.resolve("other"), Map.of()).err()).contains("No Terraform");
    }

    @Test
    void anotherFileIsReadWhenItIsAskedFor() throws IOException {
        write("ci/gate.yml", BOTH.replace(": ", ": ../").replaceAll("(?m):$", ":"));

        assertThat(services(check("--config", "ci/gate.yml"))).containsExactly("api", "worker");
        assertThat(check("--config", "ci/gaet.yml").exit()).isEqualTo(2);
    }

    @Test
    void aPathThatLeadsNowhereIsShownInTheConfiguration() throws IOException {
        configure(BOTH.replace("infra/worker", "infra/wroker").replace("api/.env.example", "api/.env.exmaple"));
        Ran ran = check();

        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err())
                .contains("envgate.yml:3:15")
                .contains("did you mean `api/.env.example`?")
                .contains("envgate.yml:7:16")
                .contains("did you mean `infra/worker`?");
    }

    /** Who says {@code --fail-on}: the option, the variable, the file; the findings are one error and one warning. */
    @ParameterizedTest
    @CsvSource({
        "'',      '',      '',      0",
        "'',      '',      warning, 1",
        "'',      warning, error,   1",
        "'',      error,   warning, 0",
        "error,   warning, warning, 0",
        "warning, error,   error,   1",
        "error,   '',      warning, 0",
        "warning, '',      '',      1",
        "warning, error,   '',      1"
    })
    void theOptionWinsOverTheVariableAndThatOverTheFile(String option, String variable, String file, int exit)
            throws IOException {
        write("api/.env.example", "LOG_LEVEL=info\nDATABASE_HOST=\n");
        configure("services: {api: {contract: api/.env.example, terraform: infra/api}}\n"
                + (file.isEmpty() ? "" : "fail-on: " + file + "\n"));
        Map<String, String> environment = variable.isEmpty() ? Map.of() : Map.of("ENVGATE_FAIL_ON", variable);
        String[] options = option.isEmpty() ? new String[0] : new String[] {"--fail-on", option};

        assertThat(run(repository, environment, options).exit()).isEqualTo(exit);
    }

    /** Likewise for what can only be on or off, and for a path. */
    @ParameterizedTest
    @CsvSource({
        "'',               '',    '',    LOG_LEVEL error,   false",
        "'',               '',    true,  LOG_LEVEL error,   true",
        "'',               false, true,  LOG_LEVEL error,   false",
        "'',               true,  false, LOG_LEVEL error,   true",
        "--strict,         false, false, LOG_LEVEL error,   true",
        "--strict=false,   true,  true,  LOG_LEVEL error,   false"
    })
    void aSwitchCanBeTurnedOffAgain(String option, String variable, String file, String finding, boolean there)
            throws IOException {
        write("infra/api/main.tf", terraform("api").replace("LOG_LEVEL", "OTHER"));
        configure("services: {api: {contract: api/.env.example, terraform: infra/api}}\n"
                + (file.isEmpty() ? "" : "strict: " + file + "\n"));
        Map<String, String> environment = variable.isEmpty() ? Map.of() : Map.of("ENVGATE_STRICT", variable);
        Ran ran = run(repository, environment, option.isEmpty() ? new String[0] : new String[] {option});

        assertThat(findings(ran).contains("api " + finding)).isEqualTo(there);
    }

    @ParameterizedTest
    @CsvSource({"'', '', api", "'', infra/worker, worker", "infra/api, infra/worker, api"})
    void aPathIsTakenFromTheFirstThatSaysIt(String option, String variable, String service) throws IOException {
        configure("services: {api: {contract: api/.env.example, terraform: infra/api}}\n");
        Map<String, String> environment = variable.isEmpty() ? Map.of() : Map.of("ENVGATE_TERRAFORM", variable);
        String[] options = option.isEmpty() ? new String[0] : new String[] {"--terraform", option};

        assertThat(services(run(repository, environment, options))).containsExactly(service);
    }

    @Test
    void aSuppressionTakesAFindingOutWithItsReason() throws IOException {
        configure(BOTH + "suppress: [{rule: not-configured, name: API_*, service: api, reason: not before May}]\n");
        Ran ran = check();

        assertThat(findings(ran)).containsExactly("worker WORKER_TOKEN error");
        assertThat(values(ran, "setAside", "why")).containsExactly("The configuration suppresses it: not before May");
        assertThat(Ran.in(repository, "check", "--offline").out()).contains("1 suppressed (-v shows them)");
        Schemas.assertCheck(ran.out());
    }

    @ParameterizedTest
    @CsvSource({"2026-11-27, false", "2026-11-26, true"})
    void anExpiredSuppressionIsReportedAndHoldsNoMore(String day, boolean expired) throws IOException {
        configure(BOTH + "suppress: [{rule: not-configured, service: api, reason: x, expires: %s}]\n".formatted(day));
        Ran ran = check();

        assertThat(findings(ran).contains("api API_TOKEN error")).isEqualTo(expired);
        assertThat(values(ran, "findings", "rule").contains("expired-suppression"))
                .isEqualTo(expired);
    }

    @Test
    void anUnusedSuppressionIsReportedOnlyWhenEverythingWasLookedAt() throws IOException {
        configure(BOTH + "suppress: [{rule: unmanaged, reason: x}]\n");

        assertThat(values(check(), "findings", "rule")).doesNotContain("unused-suppression");
        write("live.json", LIVE);
        configure("""
                services: {api: {contract: api/.env.example, terraform: infra/api}}
                suppress: [{rule: unmanaged, reason: x}]
                """);
        Ran live = Ran.in(repository, "check", "--deployed", "live.json", "--report", "json=-");

        assertThat(values(live, "findings", "rule")).contains("unused-suppression");
        assertThat(live.out()).contains("\"line\" : 2");
    }

    @Test
    void aCommentBesideTheNameIgnoresItsFinding() throws IOException {
        configure(BOTH);
        write(
                "api/.env.example",
                "# envgate: ignore not-configured comes with the next release\nAPI_TOKEN=your_token_here\n");
        write(
                "worker/.env.example",
                "WORKER_TOKEN=your_token_here # envgate: ignore not-configured read from a file\n");
        Ran ran = check();

        assertThat(findings(ran)).isEmpty();
        assertThat(values(ran, "setAside", "why"))
                .containsExactly(
                        "A comment in `api/.env.example` ignores it: comes with the next release",
                        "A comment in `worker/.env.example` ignores it: read from a file");
    }

    @Test
    void theReasonOfACommentSaysNothingOfTheName() throws IOException {
        configure(BOTH);
        write("api/.env.example", "# envgate: ignore undeployed optional, local dev only\nAPI_TOKEN=your_token_here\n");
        write("worker/.env.example", "WORKER_TOKEN=your_token_here # envgate: ignore undeployed optional\n");

        assertThat(findings(check())).contains("api API_TOKEN error", "worker WORKER_TOKEN error");
    }

    @Test
    void aCommentThatCannotIgnoreAnythingSaysSo() throws IOException {
        configure(BOTH);
        write("api/.env.example", "# envgate: ignore not-configurd later\nAPI_TOKEN=your_token_here\n");
        write("worker/.env.example", "# envgate: ignore not-configured\nWORKER_TOKEN=your_token_here\n");
        Ran ran = check();

        assertThat(findings(ran)).contains("api API_TOKEN error", "worker WORKER_TOKEN error");
        assertThat(ran.out())
                .contains("There is no rule `not-configurd`, so this comment ignores nothing.")
                .contains("did you mean `not-configured`?")
                .contains("This comment gives no reason, so it ignores nothing.");
    }

    @Test
    void severitiesAndClassesOfTheConfigurationCount() throws IOException {
        configure(BOTH + """
                rules:
                  not-configured: {names: {API_*: note}}
                classes: {local: [WORKER_*]}
                """);
        Ran ran = check();

        assertThat(ran.exit()).isZero();
        assertThat(findings(ran)).containsExactly("api API_TOKEN note");
    }

    private static final String LIVE = """
            {"family": "api", "revision": 3, "containerDefinitions": [
              {"name": "api", "environment": [{"name": "LOG_LEVEL", "value": "info"}]}]}
            """;

    private static String terraform(String name) {
        return """
                variable "extra" {
                  default = "EXTRA"
                }

                resource "aws_ecs_task_definition" "main" {
                  family = "NAME"
                  container_definitions = jsonencode([{
                    name        = "NAME"
                    environment = [
                      { name = "LOG_LEVEL", value = "info" },
                      { name = var.extra, value = "x" },
                    ]
                  }])
                }

                resource "aws_ecs_service" "main" {
                  name            = "NAME"
                  cluster         = "app"
                  task_definition = aws_ecs_task_definition.main.arn
                }
                """.replace("NAME", name);
    }

    private void configure(String text) throws IOException {
        write("envgate.yml", text);
    }

    private void write(String file, String text) throws IOException {
        Path path = repository.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private Ran check(String... options) {
        return run(repository, Map.of(), options);
    }

    private static Ran run(Path directory, Map<String, String> environment, String... options) {
        List<String> arguments = new ArrayList<>(List.of("check", "--offline", "--report", "json=-"));
        arguments.addAll(Arrays.asList(options));
        Map<String, String> all = new HashMap<>(Map.of("LANG", "C.UTF-8"));
        all.putAll(environment);
        return Ran.with(
                AwsSettings.forEndpoint("http://127.0.0.1:1", "us-east-1"),
                all,
                directory,
                arguments.toArray(String[]::new));
    }

    private static List<String> services(Ran ran) throws IOException {
        return stream(ran, "services")
                .map(each -> (each.path("service").asText() + " "
                                + each.path("environment").asText())
                        .strip())
                .toList();
    }

    /** Environment, service, name and severity of the findings about names that are worse than nothing. */
    private static List<String> findings(Ran ran) throws IOException {
        return stream(ran, "findings")
                .filter(each -> each.path("rule").asText().equals("not-configured"))
                .map(each -> "%s %s %s %s"
                        .formatted(
                                each.path("environment").asText(),
                                each.path("service").asText(),
                                each.path("name").asText(),
                                each.path("severity").asText())
                        .strip())
                .toList();
    }

    private static List<String> values(Ran ran, String list, String field) throws IOException {
        return stream(ran, list).map(each -> each.path(field).asText()).toList();
    }

    private static java.util.stream.Stream<JsonNode> stream(Ran ran, String list) throws IOException {
        JsonNode report = new JsonMapper().readTree(ran.out());
        return StreamSupport.stream(report.path(list).spliterator(), false);
    }

    @Test
    void aNameThatNoServiceOfASharedContractHasIsMissingOnceAndNotOnceInEach() throws IOException {
        write(
                ".env.example",
                "API_TOKEN=your_token_here\nLOG_LEVEL=info\nGONE_TOKEN=your_token_here\n# Required\nGONE_HOST=db\n");
        write("infra/api/main.tf", terraform("api").replace("LOG_LEVEL", "API_TOKEN"));
        configure(BOTH.replaceAll("(api|worker)/.env.example", ".env.example"));

        List<String> findings = findings(check());

        assertThat(findings)
                .filteredOn(each -> each.contains("GONE_TOKEN"))
                .hasSize(2)
                .contains("api GONE_TOKEN error");
        assertThat(findings).filteredOn(each -> each.endsWith("error")).allMatch(each -> each.startsWith("api"));
    }

    @Test
    void aServiceAnswersForANameThatTheSharedContractSaysIsItsOwn() throws IOException {
        write(".env.example", "API_TOKEN=your_token_here\n# @service worker\nGONE_TOKEN=your_token_here\n");
        write("infra/api/main.tf", terraform("api").replace("LOG_LEVEL", "API_TOKEN"));
        configure(BOTH.replaceAll("(api|worker)/.env.example", ".env.example"));

        assertThat(findings(check())).contains("worker GONE_TOKEN error");
    }

    @Test
    void everyEnvironmentAnswersForItself() throws IOException {
        configure("""
                environments: {staging: {}, production: {}}
                services:
                  api: {contract: api/.env.example, terraform: infra/api}
                """);

        assertThat(findings(check()))
                .filteredOn(each -> each.contains("API_TOKEN error"))
                .hasSize(2);
    }

    @Test
    void aServiceWhoseNameIsNotKnownIsChosenByTheAddressOfItsBlock() throws IOException {
        write("infra/main.tf", "variable \"stage\" {}\n" + service("api") + service("worker"));

        Ran ran =
                Ran.in(repository, "check", "--offline", "--terraform", "infra", "--service", "aws_ecs_service.worker");

        assertThat(ran.out()).as(ran.all()).startsWith("envgate: open").contains("worker-${var.stage}");
    }

    private static String service(String name) {
        return """
                resource "aws_ecs_task_definition" "%1$s" {
                  family                = "%1$s"
                  container_definitions = jsonencode([{ name = "%1$s" }])
                }
                resource "aws_ecs_service" "%1$s" {
                  name            = "%1$s-${var.stage}"
                  task_definition = aws_ecs_task_definition.%1$s.arn
                }
                """.formatted(name);
    }

    @ParameterizedTest
    @CsvSource({
        "dev.env.example, true",
        ".env.prod-sample, true",
        ".env.production.example, true",
        "example.env, true",
        "sample.api.env, true",
        ".env.multi-tenant-example, true",
        ".env, false",
        ".env.production, false",
        "environment.ts, false",
        ".envrc.sample.sh, false"
    })
    void whatIsForTheEnvironmentAndAnExampleIsAContract(String file, boolean contract) throws IOException {
        write("infra/api/" + file, "ODD_TOKEN=your_token_here\n");

        Ran ran = Ran.in(repository.resolve("infra/api"), "check", "--offline");

        assertThat(ran.out().contains("ODD_TOKEN")).as(ran.all()).isEqualTo(contract);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            LOG_LEVEL, DOOR_TOKEN | it declares 2 of the names that Terraform gives, and `infra/api/.env.example` 1.
            LOG_LEVEL, ROPE_TOKEN | it declares as many of the names that Terraform gives as `infra/api/.env.example` does, and `ROPE_TOKEN`, which nobody gives.
            LOG_LEVEL, BELL       |
            ROPE_TOKEN, BELL      |
            """)
    void aContractBelowThatMayBeTheOneOfTheServiceIsNotVerified(String names, String why) throws IOException {
        write(
                "infra/api/main.tf",
                terraform("api").replace("\"LOG_LEVEL\"", "\"DOOR_TOKEN\", value = \"x\" }, { name = \"LOG_LEVEL\""));
        write("infra/api/.env.example", "LOG_LEVEL=info\n");
        write("infra/api/app/.env.example", names.replaceAll("(\\w+)(, )?", "$1=x\n"));

        String out = Ran.in(repository.resolve("infra/api"), "check", "--offline")
                .out()
                .replaceAll("\\s+", " ");

        if (why == null) {
            assertThat(out).doesNotContain("app/.env.example");
        } else {
            assertThat(out)
                    .contains("declared what infra/api/app/.env.example declares: It was not read as the contract of")
                    .contains("although " + why);
        }
    }

    @Test
    void theOnlyContractBelowTheWorkingDirectoryIsTaken() throws IOException {
        write("infra/api/app/.env.example", "ODD_TOKEN=your_token_here\n");
        assertThat(Ran.in(repository.resolve("infra/api"), "check", "--offline").out())
                .contains("ODD_TOKEN");

        write("infra/api/other/.env.example", "OTHER=1\n");
        assertThat(Ran.in(repository.resolve("infra/api"), "check", "--offline")
                        .out()
                        .replaceAll("\\s+", " "))
                .doesNotContain("ODD_TOKEN")
                .contains("There is more than one contract file, and none in the working directory:")
                .contains("`infra/api/app/.env.example`, `infra/api/other/.env.example`");
    }

    @ParameterizedTest
    @CsvSource({
        "--var-file production.tfvars, production",
        "--var-file envs/prod/values.tfvars, production",
        "--workspace staging, staging",
        "--var-file common.tfvars, ''"
    })
    void whatIsChosenForARunTellsItsEnvironment(String options, String environment) throws IOException {
        write("infra/api/.env.example", "# @required-in production\nLOCK_TOKEN=x\n");
        write("infra/api/" + options.split(" ", -1)[1], "");

        Ran ran = Ran.in(
                repository.resolve("infra/api"),
                Stream.concat(Stream.of("check", "--offline"), Stream.of(options.split(" ", -1)))
                        .toArray(String[]::new));

        assertThat(ran.out().contains("error[not-configured] LOCK_TOKEN"))
                .as(ran.all())
                .isEqualTo(environment.equals("production") || environment.isEmpty());
        assertThat(ran.out().contains(" (" + environment + ")")).isEqualTo(!environment.isEmpty());
    }

    /** The same stack in two clusters, or two generations of it side by side. */
    @Test
    void twoServicesOfOneNameKeepTheirFaultsApart() throws IOException {
        write("infra/worker/main.tf", terraform("api"));
        configure(BOTH);

        Ran ran = check();

        assertThat(stream(ran, "findings")
                        .map(each -> each.path("name").asText() + " "
                                + each.path("severity").asText()))
                .contains("API_TOKEN error", "WORKER_TOKEN error");
        assertThat(stream(ran, "findings").map(each -> each.path("fingerprint").asText()))
                .doesNotHaveDuplicates();
        Ran text = Ran.in(repository, "check", "--offline");
        assertThat(text.out().split("api · ", -1)).hasSize(3);
        assertThat(text.out().split("api · ", -1)[1]).contains("API_TOKEN").doesNotContain("WORKER_TOKEN");
        assertThat(text.out().split("api · ", -1)[2]).contains("WORKER_TOKEN").doesNotContain("API_TOKEN");
    }

    @Test
    void whatIsKnownOfOneOfTwoServicesOfOneNameDoesNotHideTheOther() throws IOException {
        write("infra/worker/main.tf", terraform("api"));
        configure(BOTH.replace("worker/.env.example", "api/.env.example"));
        Ran.in(repository, "check", "--offline", "--write-baseline", "known.json");

        String known = Files.readString(repository.resolve("known.json"));
        assertThat(known.split("\"API_TOKEN\"", -1)).hasSize(3);
        List<String> lines = known.lines().toList();
        String half = lines.stream()
                .filter(line -> !line.contains("API_TOKEN") || line.equals(lines.get(3)))
                .collect(Collectors.joining("\n"))
                .replaceFirst("\\},\\s*\\]", "}]");
        write("half.json", half);
        assertThat(Ran.in(repository, "check", "--offline", "--baseline", "known.json")
                        .exit())
                .isZero();
        assertThat(Ran.in(repository, "check", "--offline", "--baseline", "half.json")
                        .exit())
                .isEqualTo(1);
    }
}
