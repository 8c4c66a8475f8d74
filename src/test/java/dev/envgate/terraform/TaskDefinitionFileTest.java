package dev.envgate.terraform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.envgate.ledger.ContainerDefinition;
import dev.envgate.ledger.Credential;
import dev.envgate.ledger.Entry;
import dev.envgate.ledger.Given;
import dev.envgate.ledger.HiddenValue;
import dev.envgate.ledger.Place;
import dev.envgate.ledger.Presence;
import dev.envgate.ledger.Reference;
import dev.envgate.ledger.RoleReference;
import dev.envgate.ledger.Symbolic;
import dev.envgate.ledger.TaskDefinition;
import dev.envgate.text.Problem;
import dev.envgate.text.SourceFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaskDefinitionFileTest {
    private static final String BARE = """
            {
              "family": "api",
              "revision": 7,
              "containerDefinitions": [
                {
                  "name": "api",
                  "environment": [{"name": "LEVEL", "value": "${not} a template"}],
                  "secrets": [{"name": "TOKEN", "valueFrom": "/api/token"}],
                  "environmentFiles": [{"value": "arn:aws:s3:::config/api.env", "type": "s3"}]
                }
              ]
            }
            """;

    @Test
    void aBareTaskDefinitionIsRead() {
        TaskDefinition definition = found(BARE);
        assertThat(definition.address()).isEqualTo("api:7");
        assertThat(definition.family()).hasToString("api");
        ContainerDefinition container = definition.containers().getFirst();
        assertThat(container.name()).hasToString("api");
        assertThat(container.environmentFiles()).hasToString("[arn:aws:s3:::config/api.env]");
        assertThat(container.entries()).extracting(entry -> entry.name().text()).containsExactly("LEVEL", "TOKEN");
        assertThat(container.entries().get(0).given())
                .isEqualTo(new Given.Plain(new HiddenValue.Known("${not} a template")));
        assertThat(container.entries().get(1).given()).isEqualTo(new Given.Secret(Reference.parse("/api/token")));
    }

    @Test
    void rolesAndTheSecretsOfLogDriverAndRegistryAreRead() {
        TaskDefinition definition = found("""
                {"family": "api", "executionRoleArn": "arn:aws:iam::123456789012:role/execution", "containerDefinitions": [
                  {"name": "api",
                   "repositoryCredentials": {"credentialsParameter": "shop/registry"},
                   "logConfiguration": {"secretOptions": [{"name": "token", "valueFrom": "/api/splunk"}]}}]}
                """);
        assertThat(definition.executionRole())
                .isEqualTo(new RoleReference.Named(Symbolic.of("arn:aws:iam::123456789012:role/execution")));
        assertThat(definition.taskRole()).isEqualTo(new RoleReference.None());
        assertThat(definition.containers().getFirst().credentials())
                .extracting(
                        Credential::use,
                        Credential::option,
                        each -> each.reference().target())
                .containsExactly(
                        tuple(
                                Credential.Use.LOG_DRIVER,
                                "token",
                                new Reference.Target.ParameterName("/api/splunk", "")),
                        tuple(Credential.Use.REGISTRY, "", new Reference.Target.SecretName("shop/registry", "")));
    }

    @Test
    void eachNameStandsAtItsOwnLine() {
        Entry entry = found(BARE).containers().getFirst().entries().getFirst();
        assertThat(entry.presence())
                .isInstanceOfSatisfying(
                        Presence.Present.class,
                        present -> assertThat(present.place()).isInstanceOfSatisfying(Place.InFile.class, place -> {
                            assertThat(place.span()).hasToString("td.json:7:32");
                            assertThat(place.span().text()).isEqualTo("\"LEVEL\"");
                        }));
    }

    @Test
    void aWrappedTaskDefinitionIsReadInAnyCase() {
        TaskDefinition definition = found("""
                {"TaskDefinition": {"Family": "api", "ContainerDefinitions": [
                  {"Name": "api", "Environment": [{"Name": "A", "Value": "1"}]}]}, "tags": []}
                """);
        assertThat(definition.address()).isEqualTo("api");
        assertThat(definition.containers().getFirst().entries())
                .extracting(entry -> entry.name().text())
                .containsExactly("A");
    }

    @Test
    void nullsOfTheCommandLineToolAreNothing() {
        assertThat(found("{\"containerDefinitions\": [{\"name\": \"a\", \"environment\": null, \"secrets\": []}]}")
                        .containers()
                        .getFirst()
                        .entries())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|is no JSON",
                "{\"containerDefinitions\": [|is no JSON",
                "{single: 1}|is no JSON",
                "[{\"name\": \"api\"}]|holds a list, and a task definition is an object with `containerDefinitions`",
                "{\"services\": []}|is the output of `describe-services`, which names no variables",
                "{\"taskDefinitionArns\": []}|is the output of `list-task-definitions`, which names no variables",
                "{\"tasks\": [], \"failures\": []}|is the output of `describe-tasks`, which names no variables",
                "{\"format_version\": \"1.2\", \"planned_values\": {}}|a plan is given with `--plan`",
                "{\"version\": 4, \"terraform_version\": \"1.11.4\"}|a state with `--state`",
                "{\"taskDefinition\": \"arn:aws:ecs:eu-west-1:123456789012:task-definition/api:7\"}|it has no `containerDefinitions`",
                "{\"family\": \"a\"} {\"family\": \"b\"}|is no JSON",
                "null|is no task definition: it has no `containerDefinitions`",
                "{\"family\": \"api\"}|is no task definition: it has no `containerDefinitions`",
                "{\"taskDefinition\": {}}|is no task definition: it has no `containerDefinitions`",
                "\"text\"|is no task definition: it has no `containerDefinitions`",
                "{\"containerDefinitions\": {}}|is no list of containers"
            })
    void whatIsNoTaskDefinitionIsRefusedWithTheReason(String text, String why) {
        assertThat(refused(text).message()).contains(why).endsWith(".");
        assertThat(refused(text).hint()).contains("aws ecs describe-task-definition");
    }

    @Test
    void whatIsGivenToRegisterATaskDefinitionIsRead() {
        TaskDefinition definition = found("""
                {"family": "api", "executionRoleArn": "arn:aws:iam::123456789012:role/x", "networkMode": "awsvpc",
                 "requiresCompatibilities": ["FARGATE"], "cpu": "256", "memory": "512",
                 "containerDefinitions": [{"name": "api", "image": "api:1", "environment": [{"name": "A", "value": ""}]}]}
                """);
        assertThat(definition.address()).isEqualTo("api");
        assertThat(definition.containers().getFirst().entries())
                .extracting(entry -> entry.given())
                .containsExactly(new Given.Plain(new HiddenValue.Known("")));
    }

    @Test
    void noValueShowsInAMessage() {
        assertThat(refused("{\"password\": \"hunter2\", \"environment\": [hunter2]}")
                        .toString())
                .doesNotContain("hunter2");
        assertThat(found(BARE).toString()).doesNotContain("a template");
    }

    private static TaskDefinition found(String text) {
        return ((TaskDefinitionFile.Result.Found) TaskDefinitionFile.read(new SourceFile("td.json", text)))
                .definition();
    }

    private static Problem refused(String text) {
        return ((TaskDefinitionFile.Result.Refused) TaskDefinitionFile.read(new SourceFile("td.json", text))).problem();
    }
}
