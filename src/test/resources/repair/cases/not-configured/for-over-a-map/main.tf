resource "aws_secretsmanager_secret" "db_password" {
  name = "blog/db-password"
}

resource "aws_secretsmanager_secret" "api_key" {
  name = "blog/api-key"
}

locals {
  secrets = {
    DB_PASSWORD = aws_secretsmanager_secret.db_password.arn
  }
  containers = jsonencode([{
    name    = "blog"
    image   = "b:1"
    secrets = [for k, v in local.secrets : { name = k, valueFrom = v }]
  }])
}

resource "aws_ecs_task_definition" "blog" {
  family                = "blog"
  execution_role_arn    = "arn:aws:iam::123456789012:role/ecs-execution"
  container_definitions = local.containers
}

resource "aws_ecs_service" "blog" {
  name            = "blog"
  cluster         = "b"
  task_definition = aws_ecs_task_definition.blog.arn
}
