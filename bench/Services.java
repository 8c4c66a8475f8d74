import dev.envgate.smallaws.Call;
import dev.envgate.smallaws.SmallAws;
import dev.envgate.smallaws.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Serves an account with many services in one cluster on 127.0.0.1, and writes the Terraform of all of them: {@code Services.java DIRECTORY
 * SERVICES}. It prints its address, and what it was asked when its input ends.
 */
final class Services {
    private static final int FAMILIES = 50;
    private static final int NAMES = 20;

    public static void main(String[] arguments) throws IOException {
        Path directory = Path.of(arguments[0]);
        int services = Integer.parseInt(arguments[1]);
        Files.createDirectories(directory.resolve(".git"));
        Files.writeString(
                directory.resolve(".env.example"),
                IntStream.range(0, NAMES).mapToObj("SETTING_%d=value\n"::formatted).collect(Collectors.joining()));
        Files.writeString(
                directory.resolve("main.tf"),
                IntStream.range(0, FAMILIES)
                        .mapToObj(family -> terraform(family, services))
                        .collect(Collectors.joining("\n")));
        try (SmallAws small = SmallAws.start(world(services))) {
            System.out.println(small.endpointUrl());
            while (System.in.read() >= 0) {
                // Whoever started this says when it is over.
            }
            Map<String, Long> asked = small.calls().stream()
                    .collect(Collectors.groupingBy(Call::operation, TreeMap::new, Collectors.counting()));
            System.out.println(asked);
        }
    }

    private static String terraform(int family, int services) {
        String names = IntStream.range(0, services)
                .filter(i -> i % FAMILIES == family)
                .mapToObj("\"service-%d\""::formatted)
                .collect(Collectors.joining(", "));
        String environment = IntStream.range(0, NAMES)
                .mapToObj("{ name = \"SETTING_%d\", value = \"value\" }"::formatted)
                .collect(Collectors.joining(", "));
        return """
                resource "aws_ecs_task_definition" "app_%1$d" {
                  family                = "app-%1$d"
                  container_definitions = jsonencode([{ name = "app", environment = [%2$s] }])
                }

                resource "aws_ecs_service" "app_%1$d" {
                  for_each        = toset([%3$s])
                  name            = each.value
                  cluster         = "shop"
                  task_definition = aws_ecs_task_definition.app_%1$d.arn
                }
                """.formatted(family, environment, names);
    }

    private static World world(int services) {
        String running = IntStream.range(0, services)
                .mapToObj(i -> ("\"service-%d\": {\"taskDefinition\": \"app-%d:1\","
                                + " \"tasks\": [{\"taskDefinition\": \"app-%d:1\", \"startedAt\": 1763900000}]}")
                        .formatted(i, i % FAMILIES, i % FAMILIES))
                .collect(Collectors.joining(", "));
        String environment = IntStream.range(0, NAMES)
                .mapToObj("{\"name\": \"SETTING_%d\", \"value\": \"value\"}"::formatted)
                .collect(Collectors.joining(", "));
        String definitions = IntStream.range(0, FAMILIES)
                .mapToObj(i ->
                        "{\"family\": \"app-%d\", \"revision\": 1, \"containerDefinitions\": [{\"name\": \"app\", \"environment\": [%s]}]}"
                                .formatted(i, environment))
                .collect(Collectors.joining(", "));
        return World.parse("""
                {"account": "123456789012", "region": "us-east-1", "clusters": {"shop": {"services": {%s}}},
                 "taskDefinitions": [%s]}
                """.formatted(running, definitions));
    }
}
