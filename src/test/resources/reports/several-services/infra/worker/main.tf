variable "environment" {
  type = string
}

resource "aws_secretsmanager_secret" "token" {
  name = "worker/${var.environment}/token"
}

resource "aws_ecs_task_definition" "worker" {
  family             = "worker-${var.environment}"
  execution_role_arn = "arn:aws:iam::123456789012:role/ecs-execution"
  container_definitions = jsonencode([{
    name        = "worker"
    image       = "team/worker:1"
    environment = [{ name = "LOG_LEVEL", value = "info" }]
    secrets     = [{ name = "WORKER_TOKEN", valueFrom = aws_secretsmanager_secret.token.arn }]
  }])
}

resource "aws_ecs_service" "worker" {
  name            = "worker-${var.environment}"
  cluster         = "main"
  task_definition = aws_ecs_task_definition.worker.arn
}
