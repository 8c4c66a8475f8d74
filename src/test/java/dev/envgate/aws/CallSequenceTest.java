package dev.envgate.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.lenient;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;
import static org.mockito.Mockito.when;

import dev.envgate.ledger.Arn;
import dev.envgate.ledger.Changed;
import dev.envgate.ledger.Deployment;
import dev.envgate.ledger.Reference;
import dev.envgate.ledger.RunningTask;
import dev.envgate.ledger.Stored;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.mockito.invocation.InvocationOnMock;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.ContainerDefinition;
import software.amazon.awssdk.services.ecs.model.DescribeServicesRequest;
import software.amazon.awssdk.services.ecs.model.DescribeServicesResponse;
import software.amazon.awssdk.services.ecs.model.DescribeTaskDefinitionRequest;
import software.amazon.awssdk.services.ecs.model.DescribeTaskDefinitionResponse;
import software.amazon.awssdk.services.ecs.model.DescribeTasksRequest;
import software.amazon.awssdk.services.ecs.model.DescribeTasksResponse;
import software.amazon.awssdk.services.ecs.model.ListTasksRequest;
import software.amazon.awssdk.services.ecs.model.ListTasksResponse;
import software.amazon.awssdk.services.ecs.model.Secret;
import software.amazon.awssdk.services.ecs.model.Service;
import software.amazon.awssdk.services.ecs.model.Task;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.DescribeSecretRequest;
import software.amazon.awssdk.services.secretsmanager.model.DescribeSecretResponse;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.GetParametersRequest;
import software.amazon.awssdk.services.ssm.model.GetParametersResponse;
import software.amazon.awssdk.services.ssm.model.Parameter;
import software.amazon.awssdk.services.ssm.model.SsmException;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityRequest;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/** How often AWS is asked, and for what: every resource once, ten at a time where that is possible, and never for a value. */
class CallSequenceTest {
    private static final String ECS = "arn:aws:ecs:us-east-1:123456789012:";
    private static final String SECRET = "arn:aws:secretsmanager:us-east-1:123456789012:secret:db-AbCdEf";

    private static final Stored EXISTS =
            new Stored.Exists(SECRET, new Changed.Unknown("AWS did not say when it was changed"));

    private final Clients clients = mock();
    private final EcsClient ecs = mock();
    private final SecretsManagerClient secrets = mock();
    private final SsmClient ssm = mock();
    private final StsClient sts = mock();

    @BeforeEach
    void answerEverything() {
        when(clients.region()).thenReturn("us-east-1");
        when(clients.place(anyString())).thenReturn("AWS");
        lenient().when(clients.ecs("us-east-1")).thenReturn(ecs);
        lenient().when(clients.secretsManager("us-east-1")).thenReturn(secrets);
        lenient().when(clients.ssm("us-east-1")).thenReturn(ssm);
        lenient().when(clients.sts()).thenReturn(sts);
        lenient().when(ecs.describeServices(any(DescribeServicesRequest.class))).thenAnswer(this::services);
        lenient()
                .when(ecs.describeTaskDefinition(any(DescribeTaskDefinitionRequest.class)))
                .thenAnswer(this::definition);
        lenient().when(ecs.listTasks(any(ListTasksRequest.class))).thenAnswer(this::tasks);
        lenient().when(ecs.describeTasks(any(DescribeTasksRequest.class))).thenAnswer(this::described);
        lenient().when(secrets.describeSecret(any(DescribeSecretRequest.class))).thenReturn(secret());
        lenient().when(ssm.getParameters(any(GetParametersRequest.class))).thenAnswer(this::parameters);
        lenient()
                .when(sts.getCallerIdentity(any(GetCallerIdentityRequest.class)))
                .thenReturn(GetCallerIdentityResponse.builder()
                        .account("123456789012")
                        .build());
    }

    private DescribeServicesResponse services(InvocationOnMock call) {
        DescribeServicesRequest request = call.getArgument(0);
        List<Service> found = request.services().stream()
                .map(name -> Service.builder()
                        .serviceName(name)
                        .serviceArn(ECS + "service/shop/" + name)
                        .deployments(software.amazon.awssdk.services.ecs.model.Deployment.builder()
                                .status("PRIMARY")
                                .taskDefinition(ECS + "task-definition/web:" + (name.hashCode() & 1))
                                .build())
                        .build())
                .toList();
        return DescribeServicesResponse.builder().services(found).build();
    }

    private DescribeTaskDefinitionResponse definition(InvocationOnMock call) {
        DescribeTaskDefinitionRequest request = call.getArgument(0);
        ContainerDefinition container = ContainerDefinition.builder()
                .name("web")
                .secrets(
                        secret("DB_PASSWORD", SECRET + ":password::"),
                        secret("DB_USER", SECRET + ":user::"),
                        secret("URL", "/p/1"))
                .build();
        return DescribeTaskDefinitionResponse.builder()
                .taskDefinition(definition -> definition
                        .taskDefinitionArn(request.taskDefinition())
                        .family("web")
                        .containerDefinitions(container))
                .build();
    }

    /** A service called {@code many} has 250 tasks, in pages of 100. */
    private ListTasksResponse tasks(InvocationOnMock call) {
        ListTasksRequest request = call.getArgument(0);
        int from = request.nextToken() == null ? 0 : Integer.parseInt(request.nextToken());
        int to = request.serviceName().equals("many") ? Math.min(250, from + 100) : 0;
        List<String> arns =
                IntStream.range(from, to).mapToObj(i -> ECS + "task/shop/" + i).toList();
        ListTasksResponse.Builder page = ListTasksResponse.builder().taskArns(arns);
        return to == 0 || to == 250
                ? page.build()
                : page.nextToken(String.valueOf(to)).build();
    }

    private DescribeTasksResponse described(InvocationOnMock call) {
        DescribeTasksRequest request = call.getArgument(0);
        return DescribeTasksResponse.builder()
                .tasks(request.tasks().stream()
                        .map(arn -> Task.builder()
                                .taskArn(arn)
                                .taskDefinitionArn(ECS + "task-definition/web:0")
                                .lastStatus("RUNNING")
                                .build())
                        .toList())
                .build();
    }

    private static Secret secret(String name, String valueFrom) {
        return Secret.builder().name(name).valueFrom(valueFrom).build();
    }

    private static DescribeSecretResponse secret() {
        return DescribeSecretResponse.builder()
                .arn(SECRET)
                .versionIdsToStages(Map.of("v", List.of("AWSCURRENT")))
                .build();
    }

    private GetParametersResponse parameters(InvocationOnMock call) {
        GetParametersRequest request = call.getArgument(0);
        return GetParametersResponse.builder()
                .parameters(request.names().stream()
                        .map(name ->
                                Parameter.builder().name(name).value("planted").build())
                        .toList())
                .build();
    }

    @Test
    void servicesAreDescribedTenAtATimeAndTaskDefinitionsOnce() {
        List<Query> queries = IntStream.range(0, 25)
                .mapToObj(i -> (Query) new Query.Service("shop", "service-" + i))
                .toList();
        Observation seen = observe(new Request(queries, List.of()));
        assertThat(seen.deployments()).hasSize(25).allMatch(Deployment.Running.class::isInstance);
        verify(ecs, times(3)).describeServices(any(DescribeServicesRequest.class));
        verify(ecs, times(3)).describeTaskDefinition(any(DescribeTaskDefinitionRequest.class));
        verify(ecs, times(25)).listTasks(any(ListTasksRequest.class));
        verifyNoMoreInteractions(ecs);
    }

    @Test
    void tasksAreListedInPagesAndDescribedAHundredAtATime() {
        Observation seen = observe(new Request(List.of(new Query.Service("shop", "many")), List.of()));
        assertThat(seen.deployments().getFirst())
                .isInstanceOfSatisfying(
                        Deployment.Running.class,
                        running -> assertThat(running.progress().tasks().seen())
                                .extracting(RunningTask::id)
                                .hasSize(250)
                                .doesNotHaveDuplicates());
        verify(ecs, times(3)).listTasks(any(ListTasksRequest.class));
        verify(ecs, times(3)).describeTasks(any(DescribeTasksRequest.class));
    }

    @Test
    void aServiceThatIsAskedForTwiceIsDescribedOnce() {
        Query query = new Query.Service("shop", "web");
        assertThat(observe(new Request(List.of(query, query), List.of())).deployments())
                .hasSize(2);
        verify(ecs, times(1)).describeServices(any(DescribeServicesRequest.class));
    }

    @Test
    void aSecretIsDescribedOnceHoweverManyKeysAreTakenFromIt() {
        Reference whole = Reference.parse(SECRET);
        Observation seen = observe(new Request(
                List.of(new Query.Service("shop", "web")),
                List.of(whole, Reference.parse(SECRET + ":host::"), Reference.parse(SECRET + ":port::"))));
        assertThat(seen.stores().of(whole)).isEqualTo(EXISTS);
        assertThat(seen.stores().of(Reference.parse(SECRET + ":user::"))).isEqualTo(EXISTS);
        verify(secrets, times(1)).describeSecret(any(DescribeSecretRequest.class));
        verifyNoMoreInteractions(secrets);
    }

    @Test
    void parametersAreAskedForTenAtATimeOnceAndWithoutDecryption() {
        List<Reference> references =
                IntStream.range(0, 23).mapToObj(i -> Reference.parse("/p/" + i)).toList();
        Observation seen = observe(new Request(List.of(new Query.Service("shop", "web")), references));
        assertThat(references).allMatch(each -> seen.stores().of(each) instanceof Stored.Exists);
        ArgumentCaptor<GetParametersRequest> asked = ArgumentCaptor.captor();
        verify(ssm, times(3)).getParameters(asked.capture());
        assertThat(asked.getAllValues()).allMatch(request -> request.withDecryption() == null);
        assertThat(asked.getAllValues().stream().flatMap(request -> request.names().stream()))
                .hasSize(23)
                .doesNotHaveDuplicates();
    }

    @Test
    void oneParameterThatIsDeniedDoesNotHideTheOthersOfItsBatch() {
        lenient().when(ssm.getParameters(any(GetParametersRequest.class))).thenAnswer(call -> {
            GetParametersRequest request = call.getArgument(0);
            if (request.names().contains("/p/2")) {
                throw SsmException.builder()
                        .awsErrorDetails(AwsErrorDetails.builder()
                                .errorCode("AccessDeniedException")
                                .errorMessage("User: somebody is not authorized")
                                .build())
                        .statusCode(400)
                        .build();
            }
            return parameters(call);
        });
        List<Reference> references =
                Stream.of("/p/1", "/p/2", "/p/3").map(Reference::parse).toList();
        Observation seen = observe(new Request(List.of(), references));
        assertThat(references.stream().map(seen.stores()::of))
                .satisfiesExactly(
                        first -> assertThat(first).isInstanceOf(Stored.Exists.class),
                        denied -> assertThat(denied)
                                .isEqualTo(new Stored.NotSeen(
                                        "AWS denied `ssm:GetParameters` for `/p/2`, saying: User: somebody is not"
                                                + " authorized.",
                                        "Allow `ssm:GetParameters` for the identity that this run uses.")),
                        third -> assertThat(third).isInstanceOf(Stored.Exists.class));
    }

    @Test
    void aPathlessArnOfTerraformIsCompletedWithTheCallersAccount() {
        Reference halfKnown = Reference.whole(
                "arn", new Reference.Target.SecretArn(new Arn("", "secretsmanager", "", "", "secret:db-AbCdEf")));
        assertThat(observe(new Request(List.of(), List.of(halfKnown))).stores().of(halfKnown))
                .isEqualTo(EXISTS);
        verify(secrets)
                .describeSecret(DescribeSecretRequest.builder().secretId(SECRET).build());
    }

    @Test
    void aRegionThatCanBeNoneIsNotAsked() {
        Reference hostile = Reference.parse("arn:aws:secretsmanager:evil.example.org/:123456789012:secret:db-AbCdEf");
        assertThat(observe(new Request(List.of(), List.of(hostile))).stores().of(hostile))
                .isInstanceOfSatisfying(
                        Stored.NotSeen.class,
                        seen -> assertThat(seen.why()).contains("is not the name of an AWS region"));
        verifyNoMoreInteractions(secrets);
    }

    private Observation observe(Request request) {
        try (Calls calls = new Calls()) {
            Run.Steps steps = Run.Steps.until(Deadline.in(Duration.ofSeconds(60)));
            return new Run(clients, calls, steps, new Account(clients, calls), request).observe();
        }
    }
}
