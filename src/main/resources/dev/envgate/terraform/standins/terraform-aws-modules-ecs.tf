# What terraform-aws-modules/ecs makes of the arguments that matter here: a cluster, and the services in it. Before release 5 it was the cluster only.

variable "create" {
  default  = true
  nullable = false
}

variable "create_ecs" {
  default  = true
  nullable = false
}

variable "cluster_name" {
  default = ""
}

variable "name" {
  default = null
}

variable "services" {
  default  = {}
  nullable = false
}

locals {
  creates = var.create && var.create_ecs
}

resource "aws_ecs_cluster" "this" {
  name = var.name == null ? var.cluster_name : var.name
}

module "service" {
  source   = "terraform-aws-modules/ecs/aws//modules/service"
  for_each = { for key, service in var.services : key => service if local.creates }

  release                        = local.own_release
  name                           = local.own_release < 6000 ? try(each.value.name, each.key) : try(coalesce(each.value.name), each.key)
  family                         = try(each.value.family, null)
  cluster_arn                    = aws_ecs_cluster.this.arn
  create                         = try(each.value.create, true)
  create_service                 = try(each.value.create_service, true)
  create_task_definition         = try(each.value.create_task_definition, true)
  ignore_task_definition_changes = try(each.value.ignore_task_definition_changes, false)
  task_definition_arn            = try(each.value.task_definition_arn, null)
  create_task_exec_iam_role      = try(each.value.create_task_exec_iam_role, true)
  task_exec_iam_role_arn         = try(each.value.task_exec_iam_role_arn, null)
  create_tasks_iam_role          = try(each.value.create_tasks_iam_role, true)
  tasks_iam_role_arn             = try(each.value.tasks_iam_role_arn, null)
  container_definitions          = try(each.value.container_definitions, {})
  container_definition_defaults  = try(each.value.container_definition_defaults, {})
}

output "arn" {
  value = aws_ecs_cluster.this.arn
}

output "id" {
  value = aws_ecs_cluster.this.id
}

output "cluster_arn" {
  value = aws_ecs_cluster.this.arn
}

output "cluster_id" {
  value = aws_ecs_cluster.this.id
}

output "cluster_name" {
  value = aws_ecs_cluster.this.name
}

output "services" {
  value = module.service
}
