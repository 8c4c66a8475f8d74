variable "service" {
  type = string
}

variable "region" {
  type = string
}

variable "common" {
  type = list(object({ name = string, value = string }))
}

variable "environment" {
  type = list(object({ name = string, value = string }))
}

variable "token" {
  type = string
}

variable "home" {
  type = string
}

variable "from_var_file" {
  type    = string
  default = "default"
}

variable "from_tfvars" {
  type    = string
  default = "default"
}

variable "by_default" {
  type    = string
  default = "default"
}

module "shared" {
  source = "../shared"
}

resource "aws_ecs_task_definition" "api" {
  family = var.service
  container_definitions = jsonencode([{
    name = "api"
    environment = concat(var.common, var.environment, module.shared.environment, [
      { name = "VAR_FILE", value = var.from_var_file },
      { name = "TFVARS", value = var.from_tfvars },
      { name = "DEFAULT", value = var.by_default },
      { name = "HOME", value = var.home },
      { name = "PATH_MODULE", value = path.module },
    ])
    secrets = [{ name = "TOKEN", valueFrom = "${var.token}:value::" }]
  }])
}
