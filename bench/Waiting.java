import dev.envgate.aws.Aws;
import dev.envgate.aws.AwsSettings;
import dev.envgate.aws.Observation;
import dev.envgate.aws.Query;
import dev.envgate.aws.Request;
import dev.envgate.aws.Traffic;
import dev.envgate.ledger.Reference;
import dev.envgate.ledger.Stored;
import dev.envgate.smallaws.Fault;
import dev.envgate.smallaws.SmallAws;
import dev.envgate.smallaws.World;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How many round trips a check of one service with two hundred references waits for, beside the fewest that its calls allow. Runs with and
 * without a latency take turns, so that what the processor does is left out. With {@code --running} the references are known from the task definition alone: {@code java -cp target/envgate.jar bench/Waiting.java [--running]}.
 */
final class Waiting {
    private static final int REFERENCES = 200;
    private static final int AT_ONCE = 16;
    private static final int LATENCY = 30;
    private static final int ROUNDS = 7;
    private static final List<String> OPERATIONS = List.of(
            "ecs:DescribeServices",
            "ecs:DescribeTaskDefinition",
            "ecs:ListTasks",
            "ecs:DescribeTasks",
            "secretsmanager:DescribeSecret",
            "iam:SimulatePrincipalPolicy",
            "sts:GetCallerIdentity");

    /** The task definition, who may read its secrets: what needs no answer of another call is asked at once. */
    private static final int CHAIN = 1;

    public static void main(String[] arguments) {
        boolean known = !List.of(arguments).contains("--running");
        double[] rounds = new double[ROUNDS];
        int calls = 0;
        for (int i = -2; i < ROUNDS; i++) {
            double idle = milliseconds(0, known).time();
            Took slow = milliseconds(LATENCY, known);
            calls = slow.calls();
            if (i >= 0) {
                rounds[i] = (slow.time() - idle) / LATENCY;
            }
        }
        Arrays.sort(rounds);
        int floor = (calls + AT_ONCE - 1) / AT_ONCE + CHAIN + (known ? 0 : 2);
        System.out.printf(
                "%d references, %s, %d calls: median %.1f round trips of %d ms, from %.1f to %.1f; floor %d, ratio %.2f%n",
                REFERENCES,
                known ? "known from the files" : "known from what runs",
                calls,
                rounds[ROUNDS / 2],
                LATENCY,
                rounds[0],
                rounds[ROUNDS - 1],
                floor,
                rounds[ROUNDS / 2] / floor);
    }

    private record Took(double time, int calls) {}

    private static Took milliseconds(int latency, boolean known) {
        Fault late = (answer, client) -> {
            pause(latency);
            client.getOutputStream().write(answer);
            client.getOutputStream().flush();
        };
        try (SmallAws small = SmallAws.start(world())) {
            if (latency > 0) {
                OPERATIONS.forEach(each -> small.spoil(each, _ -> true, late));
            }
            List<Reference> references = references();
            Aws aws = new Aws(
                    AwsSettings.forEndpoint(small.endpointUrl(), "us-east-1"), new Traffic(Traffic.USUAL));
            long begun = System.nanoTime();
            Observation seen = aws.observe(
                    new Request(List.of(new Query.Service("shop", "web")), known ? references : List.of()));
            double took = (System.nanoTime() - begun) / 1e6;
            if (!references.stream().allMatch(each -> seen.stores().of(each) instanceof Stored.Exists)) {
                throw new IllegalStateException("not everything was seen");
            }
            return new Took(took, small.calls().size());
        }
    }

    private static void pause(int milliseconds) {
        try {
            Thread.sleep(Duration.ofMillis(milliseconds));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<Reference> references() {
        return IntStream.range(0, REFERENCES)
                .mapToObj(i -> Reference.parse(secret(i)))
                .toList();
    }

    private static String secret(int i) {
        return "arn:aws:secretsmanager:us-east-1:123456789012:secret:secret-%d-AbCdEf".formatted(i);
    }

    private static World world() {
        String entries = IntStream.range(0, REFERENCES)
                .mapToObj(i -> "{\"name\": \"SECRET_%d\", \"valueFrom\": \"%s\"}".formatted(i, secret(i)))
                .collect(Collectors.joining(", "));
        String secrets = IntStream.range(0, REFERENCES)
                .mapToObj(i -> "{\"name\": \"secret-%d\", \"arn\": \"%s\", \"lastChangedDate\": 1750000000, \"versions\": {\"v\": [\"AWSCURRENT\"]}}"
                        .formatted(i, secret(i)))
                .collect(Collectors.joining(", "));
        return World.parse("""
                {"account": "123456789012", "region": "us-east-1",
                 "clusters": {"shop": {"services": {"web": {"taskDefinition": "web:1",
                   "tasks": [{"taskDefinition": "web:1", "startedAt": 1763900000}]}}}},
                 "roles": {"exec": {"policies": {"read": {"Statement": {"Effect": "Allow", "Action": "*", "Resource": "*"}}}}},
                 "taskDefinitions": [{"family": "web", "revision": 1, "executionRoleArn": "arn:aws:iam::123456789012:role/exec",
                   "containerDefinitions": [{"name": "web", "secrets": [%s]}]}],
                 "secrets": [%s]}
                """.formatted(entries, secrets));
    }
}
