variable "cluster" {
  type = string
}

resource "aws_secretsmanager_secret" "own" {
  count       = 1
  name_prefix = "own-"
}

resource "aws_ecs_task_definition" "this" {
  family = "service"
  container_definitions = jsonencode([{
    name    = "service"
    secrets = [{ name = "OWN", valueFrom = aws_secretsmanager_secret.own[0].arn }]
  }])
}

# The state has another name and another task definition for it; what runs is never taken from there.
resource "aws_ecs_service" "this" {
  name            = "service"
  cluster         = var.cluster
  task_definition = aws_ecs_task_definition.this.arn
}
