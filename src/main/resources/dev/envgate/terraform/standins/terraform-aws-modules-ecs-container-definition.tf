# What the module container-definition of terraform-aws-modules/ecs makes of the arguments that matter here. From release 6 on the arguments are
# spelled as in a container definition.

variable "release" {
  default = null
}

variable "name" {
  type    = string
  default = null
}

variable "environment" {
  type    = list(object({ name = string, value = string }))
  default = []
}

variable "environment_files" {
  default = null
}

variable "environmentFiles" {
  default = null
}

variable "secrets" {
  type    = list(object({ name = string, valueFrom = string }))
  default = null
}

variable "log_configuration" {
  default = null
}

variable "logConfiguration" {
  default = null
}

variable "repository_credentials" {
  default = null
}

variable "repositoryCredentials" {
  default = null
}

locals {
  snake = (var.release == null ? local.own_release : var.release) < 6000

  container = {
    name                  = var.name
    environment           = var.environment
    environmentFiles      = local.snake ? var.environment_files : var.environmentFiles
    secrets               = var.secrets
    logConfiguration      = local.snake ? var.log_configuration : var.logConfiguration
    repositoryCredentials = local.snake ? var.repository_credentials : var.repositoryCredentials
  }
}

output "container_definition" {
  value = local.container
}

output "container_definition_json" {
  value = jsonencode(local.container)
}
