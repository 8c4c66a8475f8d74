# What terraform-aws-modules/ecs makes of the arguments that matter here: a cluster, and the services in it.

variable "create" {
  default  = true
  nullable = false
}

variable "cluster_name" {
  default = ""
}

variable "services" {
  default  = {}
  nullable = false
}

resource "aws_ecs_cluster" "this" {
  name = var.cluster_name
}

module "service" {
  source   = "terraform-aws-modules/ecs/aws//modules/service"
  for_each = { for key, service in var.services : key => service if var.create }

  name                           = try(coalesce(each.value.name), each.key)
  family                         = try(each.value.family, null)
  cluster_arn                    = aws_ecs_cluster.this.arn
  create                         = try(each.value.create, true)
  create_service                 = try(each.value.create_service, true)
  create_task_definition         = try(each.value.create_task_definition, true)
  ignore_task_definition_changes = try(each.value.ignore_task_definition_changes, false)
  task_definition_arn            = try(each.value.task_definition_arn, null)
  container_definitions          = try(each.value.container_definitions, {})
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
