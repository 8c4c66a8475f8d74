terraform {
  required_providers {
    aws = {
      source                = "hashicorp/aws"
      configuration_aliases = [aws.main]
    }
  }
}

variable "secret" {}

data "aws_region" "current" {}

resource "aws_secretsmanager_secret" "own" {
  name = "replica/own"
}

resource "aws_secretsmanager_secret" "main" {
  provider = aws.main
  name     = "replica/main"
}

resource "aws_ecs_task_definition" "replica" {
  family             = "replica"
  execution_role_arn = "arn:aws:iam::123456789012:role/replica"
  container_definitions = jsonencode([{
    name        = "replica"
    image       = "replica"
    environment = [{ name = "REGION", value = data.aws_region.current.name }]
    secrets = [
      { name = "OWN", valueFrom = aws_secretsmanager_secret.own.arn },
      { name = "MAIN", valueFrom = aws_secretsmanager_secret.main.arn },
      { name = "GIVEN", valueFrom = var.secret },
    ]
  }])
}
