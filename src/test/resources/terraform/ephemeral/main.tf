variable "token" {
  type      = string
  ephemeral = true
  default   = "x"
}

variable "level" {
  type      = string
  sensitive = true
  default   = "info"
}

ephemeral "aws_secretsmanager_secret_version" "db" {
  secret_id = "app/db"
}

resource "aws_secretsmanager_secret" "token" {
  name = "app/token"
}

resource "aws_ecs_task_definition" "short" {
  family             = "short"
  execution_role_arn = "arn:aws:iam::123456789012:role/short"
  container_definitions = nonsensitive(jsonencode([{
    name = "short"
    image = "short"
    environment = [
      { name = "LEVEL", value = var.level },
      { name = "LITERAL", value = nonsensitive(sensitive("1")) },
    ]
    secrets = [{ name = "TOKEN", valueFrom = aws_secretsmanager_secret.token.arn }]
  }]))
}
