package dev.envgate.aws;

import dev.envgate.ledger.ContainerDefinition;
import dev.envgate.ledger.Credential;
import dev.envgate.ledger.Entry;
import dev.envgate.ledger.EnvironmentFile;
import dev.envgate.ledger.Given;
import dev.envgate.ledger.HiddenValue;
import dev.envgate.ledger.Name;
import dev.envgate.ledger.Place;
import dev.envgate.ledger.Presence;
import dev.envgate.ledger.Reference;
import dev.envgate.ledger.RoleReference;
import dev.envgate.ledger.Symbolic;
import dev.envgate.ledger.TaskDefinition;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.DescribeTaskDefinitionRequest;
import software.amazon.awssdk.services.ecs.model.KeyValuePair;
import software.amazon.awssdk.services.ecs.model.RuntimePlatform;
import software.amazon.awssdk.services.ecs.model.Secret;

/** The task definitions that AWS has, each asked for once. */
final class TaskDefinitions {
    /**
     * A task definition as it was registered.
     *
     * @param revision {@code family:revision}
     * @param images those of its containers
     */
    record Registered(String arn, String revision, TaskDefinition definition, List<ContainerImage> images) {}

    private static final Map<String, String> ARCHITECTURES = Map.of("X86_64", "amd64", "ARM64", "arm64");

    private final Map<String, CompletableFuture<Answer<Registered>>> asked = new ConcurrentHashMap<>();
    private final Clients clients;
    private final Calls calls;

    TaskDefinitions(Clients clients, Calls calls) {
        this.clients = clients;
        this.calls = calls;
    }

    /** By ARN, by {@code family:revision}, or the newest ACTIVE one by family. */
    CompletableFuture<Answer<Registered>> find(String nameOrArn) {
        return asked.computeIfAbsent(nameOrArn, this::ask);
    }

    private CompletableFuture<Answer<Registered>> ask(String nameOrArn) {
        String region = Names.region(nameOrArn, clients.region());
        Action action = Action.of("ecs:DescribeTaskDefinition", Names.last(nameOrArn), clients.place(region));
        return Regions.fault(region)
                .map(Answer::<Registered>failed)
                .orElseGet(() -> calls.make(
                                action,
                                () -> clients.ecs(region)
                                        .describeTaskDefinition(DescribeTaskDefinitionRequest.builder()
                                                .taskDefinition(nameOrArn)
                                                .build()))
                        .thenApply(answer -> answer.then(response -> read(action, response.taskDefinition()))));
    }

    private static Answer<Registered> read(
            Action action, software.amazon.awssdk.services.ecs.model.@Nullable TaskDefinition found) {
        if (found == null
                || found.taskDefinitionArn() == null
                || found.containerDefinitions().isEmpty()) {
            return new Answer.Failed<>(Failure.of(Trouble.LEFT_OUT, action));
        }
        String revision = Names.last(found.taskDefinitionArn());
        Place place = new Place.InTaskDefinition(revision);
        TaskDefinition definition = new TaskDefinition(
                revision,
                Symbolic.of(Names.text(found.family())),
                new Presence.Present(place),
                role(found.executionRoleArn()),
                role(found.taskRoleArn()),
                found.containerDefinitions().stream()
                        .map(each -> container(each, place))
                        .toList(),
                List.of(),
                List.of());
        return new Answer.Got<>(new Registered(found.taskDefinitionArn(), revision, definition, images(found)));
    }

    private static List<ContainerImage> images(software.amazon.awssdk.services.ecs.model.TaskDefinition found) {
        String platform = platform(found.runtimePlatform());
        return found.containerDefinitions().stream()
                .map(each -> new ContainerImage(Names.text(each.name()), Names.text(each.image()), platform))
                .toList();
    }

    /** Where nothing is said, ECS takes Linux on X86_64. */
    private static String platform(@Nullable RuntimePlatform said) {
        String system = said == null ? "" : Names.text(said.operatingSystemFamilyAsString());
        String architecture = said == null ? "" : Names.text(said.cpuArchitectureAsString());
        return (system.startsWith("WINDOWS") ? "windows/" : "linux/")
                + ARCHITECTURES.getOrDefault(architecture.isEmpty() ? "X86_64" : architecture, architecture);
    }

    private static RoleReference role(@Nullable String arn) {
        String text = Names.text(arn);
        return text.isEmpty() ? new RoleReference.None() : new RoleReference.Named(Symbolic.of(text));
    }

    private static ContainerDefinition container(
            software.amazon.awssdk.services.ecs.model.ContainerDefinition found, Place place) {
        return new ContainerDefinition(
                Symbolic.of(Names.text(found.name())),
                place,
                Stream.concat(
                                found.environment().stream().map(each -> plain(each, place)),
                                found.secrets().stream().map(each -> secret(each, place)))
                        .toList(),
                found.environmentFiles().stream()
                        .map(each -> new EnvironmentFile(Symbolic.of(Names.text(each.value())), place))
                        .toList(),
                Stream.concat(logDriver(found, place), registry(found, place)).toList(),
                List.of(),
                List.of());
    }

    private static Stream<Credential> logDriver(
            software.amazon.awssdk.services.ecs.model.ContainerDefinition found, Place place) {
        return Stream.ofNullable(found.logConfiguration())
                .flatMap(logging -> logging.secretOptions().stream())
                .map(each -> new Credential(
                        Credential.Use.LOG_DRIVER,
                        Names.text(each.name()),
                        Reference.parse(Names.text(each.valueFrom())),
                        new Presence.Present(place)));
    }

    /** Unlike in {@code secrets}, a name without an ARN is that of a secret. */
    private static Stream<Credential> registry(
            software.amazon.awssdk.services.ecs.model.ContainerDefinition found, Place place) {
        return Stream.ofNullable(found.repositoryCredentials())
                .map(each -> Names.text(each.credentialsParameter()))
                .map(text -> text.startsWith("arn:")
                        ? Reference.parse(text)
                        : Reference.whole(text, new Reference.Target.SecretName(text, "")))
                .map(each -> new Credential(Credential.Use.REGISTRY, "", each, new Presence.Present(place)));
    }

    private static Entry plain(KeyValuePair found, Place place) {
        Given given = new Given.Plain(new HiddenValue.Known(Names.text(found.value())));
        return new Entry(new Name(Names.text(found.name())), given, new Presence.Present(place), List.of());
    }

    private static Entry secret(Secret found, Place place) {
        Given given = new Given.Secret(Reference.parse(Names.text(found.valueFrom())));
        return new Entry(new Name(Names.text(found.name())), given, new Presence.Present(place), List.of());
    }
}
