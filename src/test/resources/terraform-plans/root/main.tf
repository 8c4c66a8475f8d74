terraform {
  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
  }
}

provider "aws" {
  skip_credentials_validation = true
  skip_requesting_account_id  = true
  skip_metadata_api_check     = true
  skip_region_validation      = true
}

variable "stage" {
  type = string
}

variable "extra" {
  type    = bool
  default = false
}

variable "planted" {
  type      = string
  sensitive = true
}

locals {
  common = [{ name = "STAGE", value = var.stage }]
}

data "aws_subnets" "all" {}

resource "aws_ecs_cluster" "main" {
  name = "shop-${var.stage}"
}

resource "aws_secretsmanager_secret" "token" {
  name = "shop/${var.stage}/token"
}

resource "aws_secretsmanager_secret_version" "token" {
  secret_id     = aws_secretsmanager_secret.token.id
  secret_string = var.planted
}

resource "aws_secretsmanager_secret" "session" {
  name_prefix = "shop-session-"
}

resource "aws_ssm_parameter" "level" {
  name  = "/shop/${var.stage}/level"
  type  = "SecureString"
  value = var.planted
}

module "service" {
  source   = "./service"
  for_each = { api = "/shop/api/key", worker = "/shop/worker/key" }

  name    = each.key
  cluster = aws_ecs_cluster.main.id

  environment = concat(local.common, var.extra ? [{ name = "EXTRA", value = "1" }] : [])
  secrets = [
    { name = "TOKEN", valueFrom = "${aws_secretsmanager_secret.token.arn}:value::" },
    { name = "SESSION", valueFrom = aws_secretsmanager_secret.session.arn },
    { name = "KEY", valueFrom = each.value },
    { name = "LEVEL", valueFrom = aws_ssm_parameter.level.arn },
  ]
}

# Nothing in it depends on what is made.
resource "aws_ecs_task_definition" "plain" {
  count  = 2
  family = "plain-${count.index}"

  container_definitions = jsonencode([
    {
      name   = "plain"
      image  = "plain:1"
      memory = 128
      environment = concat(local.common, [
        { name = "INDEX", value = tostring(count.index) },
        { name = "GREETING", value = "a \"quoted\" word" },
      ])
      secrets = [{ name = "OTHER", valueFrom = "arn:aws:secretsmanager:us-east-1:123456789012:secret:other-AbCdEf" }]
    },
  ])
}

resource "aws_ecs_service" "plain" {
  name            = "plain"
  cluster         = "arn:aws:ecs:us-east-1:123456789012:cluster/shop-prod"
  task_definition = aws_ecs_task_definition.plain[1].arn
  desired_count   = 0

  network_configuration {
    subnets = data.aws_subnets.all.ids
  }

  depends_on = [aws_ecs_cluster.main]
}

# One value is sensitive, so Terraform hides the whole.
resource "aws_ecs_task_definition" "sealed" {
  family                = "sealed"
  container_definitions = jsonencode([{ name = "sealed", image = "sealed:1", memory = 128, environment = [{ name = "PASSWORD", value = var.planted }] }])
}

# Of the two services that run it, one names the family only.
resource "aws_ecs_service" "sealed" {
  name            = "sealed"
  cluster         = aws_ecs_cluster.main.arn
  task_definition = "sealed:1"
  desired_count   = 0

  network_configuration {
    subnets = data.aws_subnets.all.ids
  }

  depends_on = [aws_ecs_task_definition.sealed]

  lifecycle {
    ignore_changes = [task_definition]
  }
}

module "switched_off" {
  source = "./service"
  count  = var.stage == "never" ? 1 : 0

  name        = "never"
  cluster     = "never"
  environment = []
  secrets     = []
}
