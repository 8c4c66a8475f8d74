variable "from_default" {
  default = "default"
}

variable "from_environment" {}

variable "from_tfvars" {}

variable "from_tfvars_json" {}

variable "from_auto" {}

variable "from_auto_json" {}

variable "from_file" {}

variable "from_option" {}

variable "names" {
  type = list(string)
}

variable "count_as_text" {
  type = string
}

variable "null_takes_default" {
  default  = "default"
  nullable = false
}

variable "null_stays" {
  default = "default"
}

resource "aws_ecs_task_definition" "api" {
  family = "api"
  container_definitions = jsonencode([{
    name = "api"
    environment = concat([
      { name = "DEFAULT", value = var.from_default },
      { name = "ENVIRONMENT", value = var.from_environment },
      { name = "TFVARS", value = var.from_tfvars },
      { name = "TFVARS_JSON", value = var.from_tfvars_json },
      { name = "AUTO", value = var.from_auto },
      { name = "AUTO_JSON", value = var.from_auto_json },
      { name = "FILE", value = var.from_file },
      { name = "OPTION", value = var.from_option },
      { name = "COUNT", value = var.count_as_text },
      { name = "NOT_NULL", value = var.null_takes_default },
      { name = "COALESCED", value = coalesce(var.null_stays, "null") },
    ], [for name in var.names : { name = name, value = "1" }])
  }])
}
