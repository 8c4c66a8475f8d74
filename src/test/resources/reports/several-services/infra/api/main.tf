variable "environment" {
  type = string
}

resource "aws_secretsmanager_secret" "token" {
  name = "api/${var.environment}/token"
}

resource "aws_ecs_task_definition" "api" {
  family             = "api-${var.environment}"
  execution_role_arn = "arn:aws:iam::123456789012:role/ecs-execution"
  container_definitions = jsonencode([{
    name        = "api"
    image       = "team/api:1"
    environment = [{ name = "LOG_LEVEL", value = "info" }]
    secrets     = [{ name = "API_TOKEN", valueFrom = aws_secretsmanager_secret.token.arn }]
  }])
}

resource "aws_ecs_service" "api" {
  name            = "api-${var.environment}"
  cluster         = "main"
  task_definition = aws_ecs_task_definition.api.arn
}
