variable "role_arn" {
  type = string
}

# The letters of the shop on ECS. PRINTER_API_KEY was declared with the last release, and nobody has given it to the container.

terraform {
  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
  }
}

resource "aws_secretsmanager_secret" "db_password" {
  name = "letters/production/db-password"
}

resource "aws_iam_role" "execution" {
  name = "letters-execution"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "ecs-tasks.amazonaws.com" }
    }]
  })
}

data "aws_iam_policy_document" "secrets" {
  statement {
    actions = ["secretsmanager:GetSecretValue"]
    resources = [
      aws_secretsmanager_secret.db_password.arn,
    ]
  }
}

resource "aws_iam_role_policy" "secrets" {
  role   = aws_iam_role.execution.id
  policy = data.aws_iam_policy_document.secrets.json
}

resource "aws_ecs_task_definition" "letters" {
  family                   = "letters"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = 256
  memory                   = 512
  execution_role_arn       = var.role_arn

  container_definitions = jsonencode([
    {
      name  = "letters"
      image = "123456789012.dkr.ecr.eu-central-1.amazonaws.com/letters:3.2.0"

      environment = [
        { name = "LOG_LEVEL", value = "info" },
      ]

      secrets = [
        { name = "DB_PASSWORD", valueFrom = aws_secretsmanager_secret.db_password.arn },
        { name = "PRINTER_API_KEY", valueFrom = module.secret_printer_api_key.arn },
      ]
    }
  ])
}

resource "aws_ecs_service" "letters" {
  name            = "letters"
  cluster         = "shop"
  task_definition = aws_ecs_task_definition.letters.arn
  desired_count   = 1
  launch_type     = "FARGATE"
}

variable "execution_role_name" {
  description = "The name of the execution role that may read the secrets."
  type        = string
}

module "secret_printer_api_key" {
  source = "./modules/secret"
  name   = "letters/production/printer-api-key"
  role   = var.execution_role_name
}
