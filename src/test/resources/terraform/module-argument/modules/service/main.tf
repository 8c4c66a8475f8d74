variable "name" {
  type = string
}

variable "environment" {
  type    = map(string)
  default = {}
}

variable "secrets" {
  type    = map(string)
  default = {}
}

locals {
  environment = [for name, value in var.environment : { name = name, value = value }]
}

resource "aws_ecs_task_definition" "this" {
  family = var.name
  container_definitions = jsonencode([{
    name        = var.name
    environment = concat(local.environment, [{ name = "FROM_MODULE", value = path.module }])
    secrets     = [for name, arn in var.secrets : { name = name, valueFrom = arn }]
  }])
}

resource "aws_ecs_service" "this" {
  name            = var.name
  task_definition = aws_ecs_task_definition.this.arn
}
