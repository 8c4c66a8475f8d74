# What the module container-definition of terraform-aws-modules/ecs makes of the arguments that matter here.

variable "name" {
  type    = string
  default = null
}

variable "environment" {
  type    = list(object({ name = string, value = string }))
  default = []
}

variable "environmentFiles" {
  default = null
}

variable "environment_files" {
  default = null
}

variable "secrets" {
  type    = list(object({ name = string, valueFrom = string }))
  default = null
}

output "container_definition" {
  value = {
    name             = var.name
    environment      = var.environment
    environmentFiles = var.environmentFiles == null ? var.environment_files : var.environmentFiles
    secrets          = var.secrets
  }
}
