package dev.envgate.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.lenient;
import static org.mockito.Mockito.mock;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.DescribeTasksRequest;
import software.amazon.awssdk.services.ecs.model.DescribeTasksResponse;
import software.amazon.awssdk.services.ecs.model.Task;

/** Which tasks are described with which. */
class TaskDescriptionsTest {
    private static final String CLUSTER = "shop";

    private final Clients clients = mock();
    private final EcsClient ecs = mock();
    private final Calls calls = new Calls();
    private final List<Runnable> later = new ArrayList<>();
    private final List<List<String>> asked = new ArrayList<>();
    private final TaskDescriptions descriptions = new TaskDescriptions(clients, calls, later::add);
    private final CompletableFuture<Answer<List<String>>> web = new CompletableFuture<>();
    private final CompletableFuture<Answer<List<String>>> jobs = new CompletableFuture<>();

    @BeforeEach
    void answer() {
        lenient().when(clients.region()).thenReturn("us-east-1");
        lenient().when(clients.place(anyString())).thenReturn("AWS");
        lenient().when(clients.ecs("us-east-1")).thenReturn(ecs);
        lenient().when(ecs.describeTasks(any(DescribeTasksRequest.class))).thenAnswer(call -> {
            DescribeTasksRequest request = call.getArgument(0);
            synchronized (asked) {
                asked.add(request.tasks());
            }
            return DescribeTasksResponse.builder()
                    .tasks(request.tasks().stream()
                            .filter(arn -> !arn.startsWith("lost"))
                            .map(arn -> Task.builder()
                                    .taskArn(arn)
                                    .taskDefinitionArn("web:1")
                                    .lastStatus("RUNNING")
                                    .build())
                            .toList())
                    .build();
        });
    }

    @AfterEach
    void close() {
        calls.close();
    }

    @Test
    void servicesWhoseListsAreUnderWayShareACallAndEachHasItsOwn() {
        var ofWeb = descriptions.after(CLUSTER, web);
        var ofJobs = descriptions.after(CLUSTER, jobs);

        web.complete(new Answer.Got<>(List.of("web-1", "web-2")));
        assertThat(ofWeb).isNotDone();
        jobs.complete(new Answer.Got<>(List.of("jobs-1")));

        assertThat(names(ofWeb)).containsExactly("web-1", "web-2");
        assertThat(names(ofJobs)).containsExactly("jobs-1");
        assertThat(asked).containsExactly(List.of("web-1", "web-2", "jobs-1"));
    }

    @Test
    void nobodyWaitsForAListThatDoesNotCome() {
        var ofWeb = descriptions.after(CLUSTER, web);
        var ofJobs = descriptions.after(CLUSTER, jobs);
        web.complete(new Answer.Got<>(List.of("web-1")));

        later.forEach(Runnable::run);

        assertThat(names(ofWeb)).containsExactly("web-1");
        assertThat(ofJobs).isNotDone();
        jobs.complete(new Answer.Got<>(List.of("jobs-1")));
        assertThat(names(ofJobs)).containsExactly("jobs-1");
    }

    @Test
    void aListThatFailsAndOneThatIsEmptyHoldNobodyUp() {
        var ofWeb = descriptions.after(CLUSTER, web);
        var ofJobs = descriptions.after(CLUSTER, jobs);
        var ofNobody = descriptions.after(CLUSTER, CompletableFuture.completedFuture(new Answer.Got<>(List.of())));
        web.complete(new Answer.Got<>(List.of("web-1")));

        jobs.complete(new Answer.Failed<>(Failure.of(Trouble.DENIED, Action.of("ecs:ListTasks", "jobs", "AWS"))));

        assertThat(names(ofWeb)).containsExactly("web-1");
        assertThat(names(ofNobody)).isEmpty();
        assertThat(ofJobs.join())
                .isInstanceOfSatisfying(
                        Answer.Failed.class,
                        failed -> assertThat(failed.failure().trouble()).isEqualTo(Trouble.DENIED));
        assertThat(asked).containsExactly(List.of("web-1"));
    }

    @Test
    void aTaskThatIsNotAnsweredIsUnknownToItsOwnServiceOnly() {
        var ofWeb = descriptions.after(CLUSTER, web);
        var ofJobs = descriptions.after(CLUSTER, jobs);
        web.complete(new Answer.Got<>(List.of("web-1")));
        jobs.complete(new Answer.Got<>(List.of("jobs-1", "lost-1")));

        assertThat(names(ofWeb)).containsExactly("web-1");
        assertThat(ofJobs.join())
                .isInstanceOfSatisfying(
                        Answer.Failed.class,
                        failed -> assertThat(failed.failure().trouble()).isEqualTo(Trouble.LEFT_OUT));
    }

    @Test
    void aCallTakesAHundredAndNobodyIsTornApartForIt() {
        List<CompletableFuture<Answer<List<String>>>> lists = IntStream.range(0, 3)
                .<CompletableFuture<Answer<List<String>>>>mapToObj(_ -> new CompletableFuture<>())
                .toList();
        List<CompletableFuture<Answer<List<Task>>>> answers =
                lists.stream().map(each -> descriptions.after(CLUSTER, each)).toList();
        for (int i = 0; i < 3; i++) {
            lists.get(i).complete(new Answer.Got<>(tasks("service-" + i, 40)));
        }

        assertThat(answers).allSatisfy(each -> assertThat(names(each)).hasSize(40));
        assertThat(asked).extracting(List::size).containsExactlyInAnyOrder(80, 40);
    }

    @Test
    void otherClustersAreOthers() {
        var ofWeb = descriptions.after(CLUSTER, web);
        var _ = descriptions.after("other", jobs);

        web.complete(new Answer.Got<>(List.of("web-1")));

        assertThat(names(ofWeb)).containsExactly("web-1");
    }

    private static List<String> tasks(String service, int count) {
        return IntStream.range(0, count).mapToObj(i -> service + "-" + i).toList();
    }

    private static List<String> names(CompletableFuture<Answer<List<Task>>> answer) {
        return answer.join()
                .resolve(tasks -> tasks.stream().map(Task::taskArn).toList(), failure -> List.of(failure.why()));
    }
}
