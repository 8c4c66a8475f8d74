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
}

locals {
  serves  = module.this.enabled && var.ecs_service_enabled
  creates = module.this.enabled && try(length(var.task_definition), 0) == 0
}

resource "aws_ecs_task_definition" "default" {
  count = local.creates ? 1 : 0

  family                = module.this.id
  container_definitions = var.container_definition_json
}

resource "aws_ecs_service" "default" {
  count = local.serves && !var.ignore_changes_task_definition ? 1 : 0

  name            = module.this.id
  cluster         = var.ecs_cluster_arn
  task_definition = local.creates ? aws_ecs_task_definition.default[0].arn : var.task_definition[0]
}

resource "aws_ecs_service" "ignore_changes_task_definition" {
  count = local.serves && var.ignore_changes_task_definition ? 1 : 0

  name            = module.this.id
  cluster         = var.ecs_cluster_arn
  task_definition = local.creates ? aws_ecs_task_definition.default[0].arn : var.task_definition[0]

  lifecycle {
    ignore_changes = [task_definition]
  }
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
