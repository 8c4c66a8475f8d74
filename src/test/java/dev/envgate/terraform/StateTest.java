package dev.envgate.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envgate.hcl.Value;
import dev.envgate.text.Problem;
import dev.envgate.text.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** States that Terraform 1.11.4 left, recorded by src/test/oracle/record-plans.sh, and some written by hand. */
class StateTest {
    private static final Path RECORDED = Path.of("src/test/resources/terraform-plans");

    @ParameterizedTest
    @ValueSource(strings = {"terraform.tfstate", "state.json"})
    void namesAndArnsAreTold(String file) throws IOException {
        State state = found(Files.readString(RECORDED.resolve(file)));
        assertThat(told(state, "aws_secretsmanager_secret.token", "name")).contains("shop/prod/token");
        assertThat(told(state, "aws_secretsmanager_secret.session", "arn"))
                .hasValueSatisfying(
                        arn -> assertThat(arn).startsWith("arn:aws:secretsmanager:us-east-1:123456789012:"));
        assertThat(told(state, "aws_secretsmanager_secret.session", "id")).isPresent();
        assertThat(told(state, "aws_secretsmanager_secret_version.token", "arn"))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"terraform.tfstate", "state.json"})
    void noSecretIsTakenOut(String file) throws IOException {
        State state = found(Files.readString(RECORDED.resolve(file)));
        assertThat(told(state, "aws_secretsmanager_secret_version.token", "secret_string"))
                .isEmpty();
        assertThat(told(state, "aws_ssm_parameter.level", "value")).isEmpty();
        assertThat(state.toString()).doesNotContain("hunter2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"terraform.tfstate", "state.json"})
    void whatRunsIsNotTold(String file) throws IOException {
        State state = found(Files.readString(RECORDED.resolve(file)));
        assertThat(told(state, "aws_ecs_task_definition.plain[0]", "family")).isEmpty();
        assertThat(told(state, "aws_ecs_task_definition.plain[0]", "arn")).isEmpty();
        assertThat(told(state, "aws_ecs_service.plain", "name")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "aws_db_instance|password|\"hunter2\"",
                "aws_db_instance|username|\"hunter2\"",
                "random_password|result|\"hunter2\"",
                "random_string|id|\"hunter2\"",
                "terraform_remote_state|outputs|{\"api\":{\"key\":\"hunter2\",\"name\":\"hunter2\"}}",
                "aws_api_gateway_x|key|\"hunter2\"",
                "aws_secretsmanager_random_password|id|\"hunter2\"",
                "aws_iam_access_key|secret|\"hunter2\"",
                "aws_ssm_parameter|value|\"hunter2\"",
                "aws_ssm_parameter|tags|{\"name\": {\"password\": \"hunter2\"}}",
                "aws_x|list|[\"hunter2\"]"
            })
    void whatIsNoNameIsNotTold(String type, String attribute, String value) {
        State state = found(instance(type, "{\"" + attribute + "\": " + value + "}", "[]"));
        assertThat(state.attribute(
                        type + ".x", attribute, SourceFile.unread("x").all()))
                .isEmpty();
    }

    @Test
    void whatIsMarkedAsSensitiveIsNotToldWhateverItsName() {
        String marked = "[[{\"type\": \"get_attr\", \"value\": \"name\"}]]";
        assertThat(told(found(instance("aws_x", "{\"name\": \"hunter2\"}", marked)), "aws_x.x", "name"))
                .isEmpty();
    }

    @Test
    void aPartOfAStructureIsToldAndTheRestIsNotKnown() {
        State state = found(instance("aws_db_instance", """
                {"master_user_secret": [{"secret_arn": "arn:aws:secretsmanager:eu-west-1:123456789012:secret:rds!db-1-AbCdEf", "kms_key_id": "x"}]}""", "[]"));
        Optional<Value> secret = state.attribute(
                "aws_db_instance.x",
                "master_user_secret",
                SourceFile.unread("x").all());
        assertThat(secret).hasValueSatisfying(value -> {
            Fields first = Fields.of(
                    ((Value.Element.One) ((Value.Seq) value).elements().getFirst()).value());
            assertThat(first.text("secret_arn")).isPresent();
            assertThat(first.has("kms_key_id")).isFalse();
            assertThat(first.open()).hasSize(1);
        });
    }

    @Test
    void keysOfModulesAndInstancesArePartOfTheAddress() {
        State state = found("""
                {"version": 4, "lineage": "x", "resources": [{"module": "module.a[\\"b\\"]", "mode": "data", "type": "aws_x",
                  "name": "y", "instances": [{"index_key": 1, "attributes": {"name": "one"}},
                  {"index_key": "k", "attributes": {"name": "k"}}, {"deposed": "1234", "attributes": {"name": "old"}}]}]}""");
        assertThat(told(state, "module.a[\"b\"].data.aws_x.y[1]", "name")).contains("one");
        assertThat(told(state, "module.a[\"b\"].data.aws_x.y[\"k\"]", "name")).contains("k");
        assertThat(told(state, "module.a[\"b\"].data.aws_x.y", "name")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|is no JSON",
                "{\"version\": 4,|is no JSON",
                "[]|holds no JSON object",
                "{}|is neither a plan nor a state",
                "{\"version\": 3, \"lineage\": \"x\"}|is a state of version 3, and 4 is read",
                "{\"format_version\": \"9.0\", \"values\": {}}|has the format version `9.0`",
                "{\"format_version\": \"1.2\", \"planned_values\": {}}|is a plan and no state",
                "{\"encrypted_data\": \"x\"}|is encrypted"
            })
    void whatIsNoStateIsRefusedWithTheReason(String text, String why) {
        Problem problem = ((State.Result.Refused) State.read(new SourceFile("x.tfstate", text))).problem();
        assertThat(problem.message()).contains(why).endsWith(".");
        assertThat(problem.hint()).isNotEmpty();
    }

    private static String instance(String type, String attributes, String sensitive) {
        return """
                {"version": 4, "lineage": "x", "resources": [{"mode": "managed", "type": "%s", "name": "x",
                  "instances": [{"attributes": %s, "sensitive_attributes": %s}]}]}""".formatted(type, attributes, sensitive);
    }

    private static Optional<String> told(State state, String address, String attribute) {
        return state.attribute(address, attribute, SourceFile.unread("main.tf").all())
                .flatMap(Reason::text);
    }

    private static State found(String text) {
        return ((State.Result.Found) State.read(new SourceFile("terraform.tfstate", text))).state();
    }
}
