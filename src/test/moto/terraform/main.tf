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

resource "aws_ssm_parameter" "session" {
  name  = "/${local.name}/session-key"
  type  = "SecureString"
  value = "made-for-a-test"
}

data "aws_subnets" "all" {}

data "aws_security_groups" "all" {}

resource "aws_ecs_cluster" "shop" {
  name = local.name
}

resource "aws_ecs_task_definition" "web" {
  family             = "${local.name}-web"
  execution_role_arn = "arn:aws:iam::123456789012:role/${local.name}-execution"

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
      { name = "SESSION_KEY", valueFrom = aws_ssm_parameter.session.name },
      # the next entry: { name = "PAYMENT_API_KEY", valueFrom = "${aws_secretsmanager_secret.payment.arn}:api_key::" },
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
