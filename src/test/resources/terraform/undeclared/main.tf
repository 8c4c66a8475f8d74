resource "aws_ecs_task_definition" "api" {
  family = "api-${var.stage}"
  container_definitions = jsonencode([{
    name = "api"
    environment = concat(
      [{ name = "GENERATED", value = var.generated }, { name = "GIVEN", value = var.given }],
      var.more,
    )
    secrets = [{ name = "ELSEWHERE", valueFrom = aws_secretsmanager_secret.elsewhere.arn }]
  }])
}
