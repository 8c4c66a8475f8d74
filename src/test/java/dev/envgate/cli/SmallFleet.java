package dev.envgate.cli;

import dev.envgate.smallaws.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Repositories side by side, and the AWS in which their services run: the third misses a name that Terraform gives, the fourth can not be read,
 * the fifth has no secret, and the others are fine.
 */
record SmallFleet(Path root, int size) {

    private static String terraform(int number) {
        return """
                resource "aws_ecs_task_definition" "this" {
                  family                = "app-%1$d"
                  execution_role_arn    = "arn:aws:iam::123456789012:role/start"
                  container_definitions = jsonencode([{ name = "app", environment = [{ name = "LOG_LEVEL", value = "info" }],
                    secrets = [{ name = "KEY", valueFrom = "/key-%1$d" }] }])
                }

                resource "aws_ecs_service" "this" {
                  name            = "service-%1$d"
                  cluster         = "farm"
                  task_definition = aws_ecs_task_definition.this.arn
                }
                """.formatted(number);
    }

    static SmallFleet write(Path root, int size) throws IOException {
        for (int i = 0; i < size; i++) {
            Path repository = Files.createDirectories(root.resolve("repository-" + (char) ('a' + i)));
            Files.createDirectories(repository.resolve(".git"));
            Files.writeString(repository.resolve(".env.example"), "LOG_LEVEL=info\nKEY=your_key_here\n");
            Files.writeString(repository.resolve("main.tf"), terraform(i));
            Files.writeString(
                    repository.resolve("envgate.yml"),
                    i == 3 ? "services:\n  api:\n    teraform: .\n" : "services:\n  api:\n    terraform: .\n");
        }
        return new SmallFleet(root, size);
    }

    World world() {
        return World.parse("""
                {"account": "123456789012", "region": "us-east-1",
                 "clusters": {"farm": {"services": {%s}}},
                 "taskDefinitions": [%s],
                 "parameters": [%s]}
                """.formatted(
                        each(
                                "\"service-%1$d\": {\"taskDefinition\": \"app-%1$d:1\", \"tags\": [{\"key\": \"team\", \"value\": \"%2$s\"}]}"),
                        IntStream.range(0, size)
                                .mapToObj(i -> """
                                        {"family": "app-%1$d", "revision": 1, "executionRoleArn": "arn:aws:iam::123456789012:role/start", "containerDefinitions": [{"name": "app",
                                          "environment": [{"name": "LOG_LEVEL", "value": "info"}]%2$s}]}
                                        """.formatted(
                                                i,
                                                i == 2
                                                        ? ""
                                                        : ", \"secrets\": [{\"name\": \"KEY\", \"valueFrom\": \"/key-%d\"}]"
                                                                .formatted(i)))
                                .collect(Collectors.joining(",")),
                        IntStream.range(0, size)
                                .filter(i -> i != 4)
                                .mapToObj(i ->
                                        "{\"name\": \"/key-%d\", \"type\": \"String\", \"value\": \"planted-value\", \"version\": 1}"
                                                .formatted(i))
                                .collect(Collectors.joining(","))));
    }

    private String each(String text) {
        return IntStream.range(0, size)
                .mapToObj(i -> text.formatted(i, i % 2 == 0 ? "even" : "odd"))
                .collect(Collectors.joining(","));
    }
}
