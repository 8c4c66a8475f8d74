resource "aws_iam_role" "execution" {
  name               = "shop-execution"
  assume_role_policy = "{}"
}

resource "aws_iam_role" "each" {
  for_each           = toset(["web", "worker"])
  name               = "shop-${each.key}"
  assume_role_policy = "{}"
}

data "aws_iam_role" "given" {
  name = "shop-given"
}

data "aws_caller_identity" "me" {}

variable "role" {
  type = string
}

variable "own_role" {
  type = bool
}

resource "aws_secretsmanager_secret" "registry" {
  name = "shop/registry"
}

locals {
  container = {
    name  = "web"
    image = "registry.example.com/web"
    repositoryCredentials = {
      credentialsParameter = aws_secretsmanager_secret.registry.arn
    }
    logConfiguration = {
      logDriver = "splunk"
      options   = { splunk-url = "https://logs.example.com" }
      secretOptions = [
        { name = "splunk-token", valueFrom = "/shop/splunk" },
      ]
    }
  }
}

resource "aws_ecs_task_definition" "block" {
  family                = "block"
  execution_role_arn    = aws_iam_role.execution.arn
  task_role_arn         = aws_iam_role.each["worker"].arn
  container_definitions = jsonencode([local.container])
}

resource "aws_ecs_task_definition" "by_name" {
  family                = "by-name"
  execution_role_arn    = "arn:aws:iam::${data.aws_caller_identity.me.account_id}:role/${aws_iam_role.execution.name}"
  task_role_arn         = "arn:aws:iam::${data.aws_caller_identity.me.account_id}:role/shop-task"
  container_definitions = jsonencode([merge(local.container, { repositoryCredentials = { credentialsParameter = "shop/registry" } })])
}

resource "aws_ecs_task_definition" "literal" {
  family                = "literal"
  execution_role_arn    = "arn:aws:iam::123456789012:role/ecsTaskExecutionRole"
  task_role_arn         = data.aws_iam_role.given.arn
  container_definitions = jsonencode([merge(local.container, { logConfiguration = { logDriver = "awslogs" } })])
}

resource "aws_ecs_task_definition" "unknown" {
  family                = "unknown"
  execution_role_arn    = var.role
  task_role_arn         = var.own_role ? aws_iam_role.execution.arn : null
  container_definitions = jsonencode([merge(local.container, { logConfiguration = var.logging })])
}

variable "logging" {
  type = any
}
