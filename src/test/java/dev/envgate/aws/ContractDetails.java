package dev.envgate.aws;

import static dev.envgate.aws.Contract.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.ecs.model.Service;
import software.amazon.awssdk.services.secretsmanager.model.SecretVersionsListEntry;
import software.amazon.awssdk.services.ssm.model.Parameter;

/** More of the contract: the members of answers that facts are made of. */
final class ContractDetails {
    private ContractDetails() {}

    static List<Contract.Check> checks() {
        return List.of(
                new Contract.Check("the versions of a secret are listed with their stages", at -> {
                    Set<String> stages =
                            at
                                    .secrets()
                                    .listSecretVersionIds(request -> request.secretId("shop/db"))
                                    .versions()
                                    .stream()
                                    .map(SecretVersionsListEntry::versionStages)
                                    .flatMap(List::stream)
                                    .collect(Collectors.toSet());
                    assertThat(stages).contains("AWSCURRENT", "AWSPREVIOUS");
                }),
                new Contract.Check(
                        "the versions of a secret that is not there are refused",
                        refused(
                                "ResourceNotFoundException",
                                at -> at.secrets().listSecretVersionIds(request -> request.secretId("shop/nobody")))),
                new Contract.Check(
                        "a secret in other capitals is another one",
                        refused(
                                "ResourceNotFoundException",
                                at -> at.secrets().describeSecret(request -> request.secretId("SHOP/DB")))),
                new Contract.Check(
                        "a parameter says its ARN and its version",
                        at -> assertThat(at.parameters()
                                        .getParameters(request -> request.names("/shop/url"))
                                        .parameters())
                                .singleElement()
                                .returns("arn:aws:ssm:us-east-1:123456789012:parameter/shop/url", Parameter::arn)
                                .returns(1L, Parameter::version)),
                new Contract.Check(
                        "a service says how many tasks it is to have",
                        at -> assertThat(at.ecs()
                                        .describeServices(request ->
                                                request.cluster("shop").services("web"))
                                        .services())
                                .singleElement()
                                .extracting(Service::desiredCount)
                                .isNotNull()),
                new Contract.Check(
                        "a task definition names its execution role",
                        at -> assertThat(at.ecs()
                                        .describeTaskDefinition(request -> request.taskDefinition("web:3"))
                                        .taskDefinition()
                                        .executionRoleArn())
                                .isEqualTo("arn:aws:iam::123456789012:role/web-execution")),
                new Contract.Check(
                        "a registered task definition is ACTIVE",
                        at -> assertThat(at.ecs()
                                        .describeTaskDefinition(request -> request.taskDefinition("web:3"))
                                        .taskDefinition()
                                        .statusAsString())
                                .isEqualTo("ACTIVE")),
                new Contract.Check(
                        "the tasks of a cluster that is not there are refused",
                        refused(
                                "ClusterNotFoundException",
                                at -> at.ecs().listTasks(request -> request.cluster("nowhere")))));
    }
}
