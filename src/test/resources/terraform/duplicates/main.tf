resource "aws_ecs_task_definition" "api" {
  family = "api"
  container_definitions = jsonencode([
    {
      name = "api"
      environment = [
        { name = "TWICE", value = "1" },
        { name = "TWICE", value = "2" },
        { name = "IN_BOTH", value = "1" },
      ]
      secrets = [
        { name = "IN_BOTH", valueFrom = "/app/x" },
        { name = "ALIAS", valueFrom = "/app/x" },
      ]
    },
    {
      name    = "sidecar"
      secrets = [{ name = "TWICE", valueFrom = "/app/twice" }]
    },
  ])
}
