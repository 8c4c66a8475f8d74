package dev.envgate.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.envgate.ledger.ContainerDefinition;
import dev.envgate.ledger.Credential;
import dev.envgate.ledger.Deployment;
import dev.envgate.ledger.Entry;
import dev.envgate.ledger.Given;
import dev.envgate.ledger.HiddenValue;
import dev.envgate.ledger.Place;
import dev.envgate.ledger.Presence;
import dev.envgate.ledger.Reference.Target;
import dev.envgate.ledger.RoleReference;
import dev.envgate.ledger.Symbolic;
import dev.envgate.ledger.TaskDefinition;
import dev.envgate.smallaws.SmallAws;
import dev.envgate.smallaws.World;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of a live task definition, and which one that is. */
class TaskDefinitionTest {
    private static final String WORLD = """
            {"account": "123456789012", "region": "us-east-1",
             "clusters": {"shop": {"services": {"web": %s}}},
             "taskDefinitions": [
               {"family": "web", "revision": 1, "containerDefinitions": [{"name": "old"}]},
               {"family": "web", "revision": 2, "executionRoleArn": "arn:aws:iam::123456789012:role/execution", "containerDefinitions": [
                 {"name": "web",
                  "environment": [{"name": "LOG_LEVEL", "value": "planted-value"}, {"name": "EMPTY"}],
                  "secrets": [{"name": "DB", "valueFrom": "/shop/db"}],
                  "environmentFiles": [{"type": "s3", "value": "arn:aws:s3:::shop/web.env"}]},
                 {"name": "proxy", "repositoryCredentials": {"credentialsParameter": "shop/registry"},
                  "logConfiguration": {"logDriver": "splunk", "secretOptions": [{"name": "token", "valueFrom": "/shop/splunk"}]}}]}]}
            """;

    @Test
    void namesValuesAndReferencesAreReadAndValuesAreHidden() {
        Deployment deployment = deployment("{\"taskDefinition\": \"web:2\"}");
        ContainerDefinition web = containers(deployment).getFirst();
        Place place = new Place.InTaskDefinition("web:2");
        assertThat(web.entries()).extracting(entry -> entry.name().text()).containsExactly("LOG_LEVEL", "EMPTY", "DB");
        assertThat(web.entries()).extracting(Entry::presence).containsOnly(new Presence.Present(place));
        assertThat(web.entries().getFirst().given()).isEqualTo(new Given.Plain(new HiddenValue.Known("planted-value")));
        assertThat(web.entries().getLast().given())
                .isInstanceOfSatisfying(
                        Given.Secret.class,
                        secret -> assertThat(secret.reference().target())
                                .isEqualTo(new Target.ParameterName("/shop/db", "")));
        assertThat(deployment.toString()).doesNotContain("planted-value");
    }

    @Test
    void rolesAndTheSecretsOfLogDriverAndRegistryAreRead() {
        TaskDefinition definition = definition(deployment("{\"taskDefinition\": \"web:2\"}"));
        assertThat(definition.executionRole())
                .isEqualTo(new RoleReference.Named(Symbolic.of("arn:aws:iam::123456789012:role/execution")));
        assertThat(definition.taskRole()).isEqualTo(new RoleReference.None());
        assertThat(definition.containers().getLast().credentials())
                .extracting(
                        Credential::use,
                        Credential::option,
                        each -> each.reference().target())
                .containsExactly(
                        tuple(Credential.Use.LOG_DRIVER, "token", new Target.ParameterName("/shop/splunk", "")),
                        tuple(Credential.Use.REGISTRY, "", new Target.SecretName("shop/registry", "")));
    }

    @Test
    void anEnvironmentFileIsListedByItsArn() {
        ContainerDefinition web =
                containers(deployment("{\"taskDefinition\": \"web:2\"}")).getFirst();
        assertThat(web.environmentFiles()).extracting(Object::toString).containsExactly("arn:aws:s3:::shop/web.env");
        assertThat(web.gaps()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'deployments': [{'status': 'ACTIVE', 'taskDefinition': 'web:2'}, {'status': 'PRIMARY', 'taskDefinition': 'web:1'}]} | web:1",
                "{'deployments': [], 'taskSets': [{'status': 'ACTIVE', 'taskDefinition': 'web:2'}, {'status': 'PRIMARY', 'taskDefinition': 'web:1'}]} | web:1",
            })
    void theServiceRunsWhatItsPrimaryDeploymentOrTaskSetNames(String service, String revision) {
        assertThat(deployment(service.replace('\'', '"')))
                .isInstanceOfSatisfying(
                        Deployment.Running.class,
                        running -> assertThat(running.revision()).isEqualTo(revision));
    }

    /** It still runs what it ran, and nothing can be deployed to it any more. */
    @Test
    void aServiceThatDrainsIsNotSeen() {
        assertThat(deployment("{\"status\": \"DRAINING\", \"taskDefinition\": \"web:2\"}"))
                .isInstanceOfSatisfying(
                        Deployment.NotSeen.class,
                        seen -> assertThat(seen.why()).contains("was deleted and is draining"));
    }

    @Test
    void aServiceWithoutAPrimaryDeploymentIsNotSeen() {
        assertThat(deployment("{\"deployments\": []}"))
                .isInstanceOfSatisfying(
                        Deployment.NotSeen.class,
                        seen -> assertThat(seen.why())
                                .isEqualTo(
                                        "The service `web` has no PRIMARY deployment that names a task definition."));
    }

    @Test
    void aTaskDefinitionThatAwsCannotDescribeLeavesTheServiceUnseen() {
        assertThat(deployment("{\"taskDefinition\": \"web:99\"}"))
                .isInstanceOfSatisfying(
                        Deployment.NotSeen.class,
                        seen -> assertThat(seen.why())
                                .startsWith("AWS refused `ecs:DescribeTaskDefinition` for `web:99`"));
    }

    @Test
    void aServiceByItsArnIsLookedForInTheClusterAndRegionOfTheArn() {
        try (SmallAws small = SmallAws.start(World.parse(WORLD.formatted("{\"taskDefinition\": \"web:2\"}")))) {
            Query query = new Query.Service("", "arn:aws:ecs:us-east-1:123456789012:service/shop/web");
            Observation seen = new Aws(AwsSettings.forEndpoint(small.endpointUrl(), "eu-central-1"))
                    .observe(new Request(List.of(query), List.of()));
            assertThat(seen.deployments().getFirst()).isInstanceOfSatisfying(Deployment.Running.class, running -> {
                assertThat(running.service()).isEqualTo("web");
                assertThat(running.cluster()).isEqualTo("shop");
            });
        }
    }

    private static List<ContainerDefinition> containers(Deployment deployment) {
        return definition(deployment).containers();
    }

    private static TaskDefinition definition(Deployment deployment) {
        assertThat(deployment).isInstanceOf(Deployment.Running.class);
        return ((Deployment.Running) deployment).definition();
    }

    private static Deployment deployment(String service) {
        try (SmallAws small = SmallAws.start(World.parse(WORLD.formatted(service)))) {
            return new Aws(AwsSettings.forEndpoint(small.endpointUrl(), "us-east-1"))
                    .observe(new Request(List.of(new Query.Service("shop", "web")), List.of()))
                    .deployments()
                    .getFirst();
        }
    }
}
