# What cloudposse/ecs-alb-service-task makes of the arguments that matter here.

variable "container_definition_json" {
  type = string
}

variable "ecs_cluster_arn" {
  default = null
}

variable "task_definition" {
  default = []
}

variable "ecs_service_enabled" {
  default = true
}

variable "ignore_changes_task_definition" {
  default = true
}

variable "ignore_changes_desired_count" {
  default = false
}

variable "task_role_arn" {
  default = []
}

variable "task_exec_role_arn" {
  default = []
}

variable "context" {
  default = {}
}

variable "enabled" {
  default = null
}

variable "delimiter" {
  default = null
}

variable "namespace" {
  default = null
}

variable "tenant" {
  default = null
}

variable "environment" {
  default = null
}

variable "stage" {
  default = null
}

variable "name" {
  default = null
}

variable "attributes" {
  default = []
}

variable "label_order" {
  default = null
}

variable "label_value_case" {
  default = null
}

variable "regex_replace_chars" {
  default = null
}

variable "id_length_limit" {
  default = null
}

variable "tags" {
  default = {}
}

module "this" {
  source = "cloudposse/label/null"

  context     = var.context
  enabled     = var.enabled
  delimiter   = var.delimiter
  namespace   = var.namespace
  tenant      = var.tenant
  environment = var.environment
  stage       = var.stage
  name        = var.name
  attributes  = var.attributes

  label_order         = var.label_order
  label_value_case    = var.label_value_case
  regex_replace_chars = var.regex_replace_chars
  id_length_limit     = var.id_length_limit
  tags                = var.tags
}

# Which task definition the service runs is an argument: a text in old releases, a list of none or one in new ones.
locals {
  serves  = module.this.enabled && var.ecs_service_enabled
  given   = try(compact(tolist(var.task_definition)), compact([tostring(var.task_definition)]), [])
  creates = module.this.enabled && length(local.given) == 0
  runs    = local.creates ? aws_ecs_task_definition.default[0].arn : local.given[0]
}

resource "aws_ecs_task_definition" "default" {
  count = local.creates ? 1 : 0

  family                = module.this.id
  container_definitions = var.container_definition_json
  execution_role_arn    = try(var.task_exec_role_arn[0], tostring(var.task_exec_role_arn), null)
  task_role_arn         = try(var.task_role_arn[0], tostring(var.task_role_arn), null)
}

resource "aws_ecs_service" "ignore_changes_task_definition" {
  count = local.serves && var.ignore_changes_task_definition && !var.ignore_changes_desired_count ? 1 : 0

  name            = module.this.id
  cluster         = var.ecs_cluster_arn
  task_definition = local.runs

  lifecycle {
    ignore_changes = [task_definition]
  }
}

resource "aws_ecs_service" "ignore_changes_task_definition_and_desired_count" {
  count = local.serves && var.ignore_changes_task_definition && var.ignore_changes_desired_count ? 1 : 0

  name            = module.this.id
  cluster         = var.ecs_cluster_arn
  task_definition = local.runs

  lifecycle {
    ignore_changes = [task_definition, desired_count]
  }
}

resource "aws_ecs_service" "ignore_changes_desired_count" {
  count = local.serves && !var.ignore_changes_task_definition && var.ignore_changes_desired_count ? 1 : 0

  name            = module.this.id
  cluster         = var.ecs_cluster_arn
  task_definition = local.runs
}

resource "aws_ecs_service" "default" {
  count = local.serves && !var.ignore_changes_task_definition && !var.ignore_changes_desired_count ? 1 : 0

  name            = module.this.id
  cluster         = var.ecs_cluster_arn
  task_definition = local.runs
}

output "task_definition_arn" {
  value = one(aws_ecs_task_definition.default[*].arn)
}

output "task_definition_family" {
  value = one(aws_ecs_task_definition.default[*].family)
}

output "service_name" {
  value = module.this.id
}
