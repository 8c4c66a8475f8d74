# What cloudposse/ecs-container-definition makes of the arguments that matter here. Up to 0.58 what overrides the container is any map, nulls
# included; later it is an object whose nulls count for nothing.

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

variable "log_configuration" {
  default = null
}

variable "repository_credentials" {
  default = null
}

variable "container_definition" {
  default  = {}
  nullable = false
}

locals {
  own = {
    name                  = var.container_name
    environmentFiles      = var.environment_files
    logConfiguration      = var.log_configuration
    repositoryCredentials = var.repository_credentials

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

  container = merge(
    local.own,
    { for key, value in var.container_definition : key => value if local.own_release < 59 || value != null },
  )
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

output "json_map" {
  value = jsonencode(local.container)
}

output "json" {
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
