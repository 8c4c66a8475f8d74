terraform {
  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
  }
}

# The endpoint, the region and the keys come from the environment.
provider "aws" {
  skip_credentials_validation = true
  skip_metadata_api_check     = true
  skip_requesting_account_id  = true
}

variable "environment" {
  type    = string
  default = "development"
}

locals {
  name = "shop-${var.environment}"
}

resource "aws_secretsmanager_secret" "payment" {
  name = "${local.name}/payment"
}

resource "aws_secretsmanager_secret_version" "payment" {
  secret_id     = aws_secretsmanager_secret.payment.id
  secret_string = jsonencode({ merchant = "made-for-a-test", api_key = "made-for-a-test" })
}

# The task definition has its ARN written out; the tag tells the emulator how that ends.
resource "aws_secretsmanager_secret" "licence" {
  name = "${local.name}/licence"
  tags = { _custom_id_ = "Ab1cDe" }
}

resource "aws_secretsmanager_secret_version" "licence" {
  secret_id     = aws_secretsmanager_secret.licence.id
  secret_string = "made-for-a-test"
}

# Its value is set by hand.
resource "aws_secretsmanager_secret" "mail" {
  name = "${local.name}/mail"
}

resource "aws_ssm_parameter" "session" {
  name  = "/${local.name}/session-key"
  type  = "SecureString"
  value = "made-for-a-test"
}

resource "aws_iam_role" "execution" {
  name = "${local.name}-execution"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "ecs-tasks.amazonaws.com" }
    }]
  })
}

resource "aws_iam_role_policy" "secrets" {
  name = "secrets"
  role = aws_iam_role.execution.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect = "Allow"
        Action = "secretsmanager:GetSecretValue"
        Resource = [
          aws_secretsmanager_secret.payment.arn,
          aws_secretsmanager_secret.mail.arn,
          "arn:aws:secretsmanager:us-east-1:123456789012:secret:shop-development/licence-??????",
        ]
      },
      {
        Effect   = "Allow"
        Action   = "ssm:GetParameters"
        Resource = aws_ssm_parameter.session.arn
      },
    ]
  })
}

data "aws_subnets" "all" {}

data "aws_security_groups" "all" {}

resource "aws_ecs_cluster" "shop" {
  name = local.name
}

resource "aws_ecs_task_definition" "web" {
  family             = "${local.name}-web"
  execution_role_arn = aws_iam_role.execution.arn

  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = 256
  memory                   = 512

  container_definitions = jsonencode([{
    name  = "web"
    image = "example/web:1"

    environment = [
      { name = "LOG_LEVEL", value = "info" },
    ]

    secrets = [
      { name = "PAYMENT_MERCHANT", valueFrom = "${aws_secretsmanager_secret.payment.arn}:merchant::" },
      { name = "LICENCE_KEY", valueFrom = "arn:aws:secretsmanager:us-east-1:123456789012:secret:shop-development/licence-Ab1cDe" },
      { name = "SESSION_KEY", valueFrom = aws_ssm_parameter.session.name },
      # the next entry: { name = "PAYMENT_API_KEY", valueFrom = "${aws_secretsmanager_secret.payment.arn}:api_key::" },
      # the one after it: { name = "MAIL_PASSWORD", valueFrom = aws_secretsmanager_secret.mail.arn },
    ]
  }])
}

resource "aws_ecs_service" "web" {
  name            = "${local.name}-web"
  cluster         = aws_ecs_cluster.shop.id
  task_definition = aws_ecs_task_definition.web.arn
  desired_count   = 0
  launch_type     = "FARGATE"

  network_configuration {
    subnets         = data.aws_subnets.all.ids
    security_groups = data.aws_security_groups.all.ids
  }
}
