# What cloudposse/ecs-container-definition makes of the arguments that matter here.

variable "container_name" {
  type = string
}

variable "environment" {
  type    = list(object({ name = string, value = string }))
  default = null
}

variable "map_environment" {
  type    = map(string)
  default = null
}

variable "secrets" {
  type    = list(object({ name = string, valueFrom = string }))
  default = null
}

variable "map_secrets" {
  type    = map(string)
  default = null
}

variable "environment_files" {
  default = null
}

variable "container_definition" {
  default = {}
}

locals {
  own = {
    name             = var.container_name
    environmentFiles = var.environment_files

    environment = (
      var.map_environment == null
      ? var.environment
      : [for name, value in var.map_environment : { name = name, value = value }]
    )

    secrets = (
      var.map_secrets == null
      ? var.secrets
      : [for name, from in var.map_secrets : { name = name, valueFrom = from }]
    )
  }

  container = merge(local.own, { for key, value in var.container_definition : key => value if value != null })
}

output "json_map_object" {
  value = local.container
}

output "json_map_encoded" {
  value = jsonencode(local.container)
}

output "json_map_encoded_list" {
  value = jsonencode([local.container])
}

output "sensitive_json_map_object" {
  value     = local.container
  sensitive = true
}

output "sensitive_json_map_encoded" {
  value     = jsonencode(local.container)
  sensitive = true
}

output "sensitive_json_map_encoded_list" {
  value     = jsonencode([local.container])
  sensitive = true
}
