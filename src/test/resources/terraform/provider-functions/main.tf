terraform {
  required_providers {
    aws = { source = "hashicorp/aws" }
  }
}

resource "aws_secretsmanager_secret" "vault" {
  name = "vault/main"
}

locals {
  parsed = provider::aws::arn_parse("arn:aws:iam::123456789012:role/app")
}

resource "aws_ecs_task_definition" "functions" {
  family             = "functions"
  execution_role_arn = "arn:aws:iam::123456789012:role/functions"
  container_definitions = jsonencode([{
    name  = "functions"
    image = "functions"
    environment = concat(
      [{ name = "BEFORE", value = local.parsed.account_id }],
      [{ name = provider::aws::arn_parse("arn:aws:iam::123456789012:NAME").resource, value = "1" }],
      [{ name = "AFTER", value = "1" }],
    )
    secrets = [{ name = "VAULT", valueFrom = aws_secretsmanager_secret.vault.arn }]
  }])
}
