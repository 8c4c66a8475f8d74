# What the module service of terraform-aws-modules/ecs makes of the arguments that matter here. From release 6 on containers are spelled as in a
# container definition, and null means what is not given; before 5.7 a container has no `create`.

variable "release" {
  default = null
}

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

variable "create_task_exec_iam_role" {
  default  = true
  nullable = false
}

variable "task_exec_iam_role_arn" {
  default = null
}

variable "create_tasks_iam_role" {
  default  = true
  nullable = false
}

variable "tasks_iam_role_arn" {
  default = null
}

variable "container_definitions" {
  default  = {}
  nullable = false
}

variable "container_definition_defaults" {
  default  = {}
  nullable = false
}

locals {
  release         = var.release == null ? local.own_release : var.release
  typed           = local.release >= 6000
  creates         = var.create && var.create_task_definition
  task_definition = local.creates ? aws_ecs_task_definition.this[0].arn : var.task_definition_arn
}

module "container_definition" {
  source   = "terraform-aws-modules/ecs/aws//modules/container-definition"
  for_each = { for key, container in var.container_definitions : key => container if local.release < 5007 || try(container.create, true) != false }

  release = local.release
  name    = local.typed ? try(coalesce(each.value.name), each.key) : try(each.value.name, each.key)

  # An argument with a type has an empty list as its default, so nothing of the defaults for all containers reaches it.
  environment = (
    local.typed && try(each.value.environment, null) == null
    ? []
    : try(each.value.environment, var.container_definition_defaults.environment, [])
  )

  environment_files = try(each.value.environment_files, var.container_definition_defaults.environment_files, null)

  environmentFiles = (
    try(each.value.environmentFiles, null) == null
    ? try(var.container_definition_defaults.environmentFiles, null)
    : each.value.environmentFiles
  )

  secrets = (
    local.typed && try(each.value.secrets, null) == null
    ? try(var.container_definition_defaults.secrets, null)
    : try(each.value.secrets, var.container_definition_defaults.secrets, null)
  )

  log_configuration      = try(each.value.log_configuration, var.container_definition_defaults.log_configuration, null)
  logConfiguration       = try(each.value.logConfiguration, var.container_definition_defaults.logConfiguration, null)
  repository_credentials = try(each.value.repository_credentials, var.container_definition_defaults.repository_credentials, null)
  repositoryCredentials  = try(each.value.repositoryCredentials, var.container_definition_defaults.repositoryCredentials, null)
}

resource "aws_ecs_task_definition" "this" {
  count = local.creates ? 1 : 0

  family                = try(coalesce(var.family, var.name), null)
  container_definitions = jsonencode([for container in module.container_definition : container.container_definition])
  execution_role_arn    = var.create_task_exec_iam_role ? null : var.task_exec_iam_role_arn
  task_role_arn         = var.create_tasks_iam_role ? null : var.tasks_iam_role_arn
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

output "id" {
  value = try(aws_ecs_service.this[0].id, aws_ecs_service.ignore_task_definition[0].id, null)
}

output "name" {
  value = var.name
}

output "container_definitions" {
  value = module.container_definition
}

output "task_definition_arn" {
  value = local.task_definition
}

output "task_definition_family" {
  value = try(aws_ecs_task_definition.this[0].family, null)
}
