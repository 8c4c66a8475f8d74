resource "aws_ecs_task_definition" "billing" {
  family             = "billing"
  execution_role_arn = var.execution_role_arn
  container_definitions = jsonencode([{
    name  = "billing"
    image = "billing/api:2.7"
    secrets = [
      { name = "DB_PASSWORD", valueFrom = "${aws_secretsmanager_secret.database.arn}:password::" },
    ]
  }])
}

resource "aws_ecs_service" "billing" {
  name            = "billing"
  cluster         = "finance"
  task_definition = aws_ecs_task_definition.billing.arn
}

resource "aws_secretsmanager_secret" "database" {
  name = "billing/database"
}

variable "execution_role_arn" {
  type = string
}
