# What the module service of terraform-aws-modules/ecs makes of the arguments that matter here.

variable "name" {
  default = null
}

variable "family" {
  default = null
}

variable "cluster_arn" {
  default = ""
}

variable "create" {
  default  = true
  nullable = false
}

variable "create_service" {
  default  = true
  nullable = false
}

variable "create_task_definition" {
  default  = true
  nullable = false
}

variable "ignore_task_definition_changes" {
  default  = false
  nullable = false
}

variable "task_definition_arn" {
  default = null
}

variable "container_definitions" {
  default  = {}
  nullable = false
}

locals {
  creates         = var.create && var.create_task_definition
  task_definition = local.creates ? aws_ecs_task_definition.this[0].arn : var.task_definition_arn
}

module "container_definition" {
  source   = "terraform-aws-modules/ecs/aws//modules/container-definition"
  for_each = { for key, container in var.container_definitions : key => container if try(container.create, true) }

  name              = try(coalesce(each.value.name), each.key)
  environment       = try(each.value.environment, [])
  environmentFiles  = try(each.value.environmentFiles, null)
  environment_files = try(each.value.environment_files, null)
  secrets           = try(each.value.secrets, null)
}

resource "aws_ecs_task_definition" "this" {
  count = local.creates ? 1 : 0

  family                = coalesce(var.family, var.name)
  container_definitions = jsonencode([for container in module.container_definition : container.container_definition])
}

resource "aws_ecs_service" "this" {
  count = var.create && var.create_service && !var.ignore_task_definition_changes ? 1 : 0

  name            = var.name
  cluster         = var.cluster_arn
  task_definition = local.task_definition
}

resource "aws_ecs_service" "ignore_task_definition" {
  count = var.create && var.create_service && var.ignore_task_definition_changes ? 1 : 0

  name            = var.name
  cluster         = var.cluster_arn
  task_definition = local.task_definition

  lifecycle {
    ignore_changes = [task_definition]
  }
}

output "name" {
  value = var.name
}

output "task_definition_arn" {
  value = local.task_definition
}

output "task_definition_family" {
  value = coalesce(var.family, var.name)
}
