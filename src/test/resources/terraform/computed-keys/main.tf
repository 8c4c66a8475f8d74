variable "service" {
  default = "search"
}

variable "stage" {}

locals {
  settings = {
    (upper(var.service))                 = "1"
    "${upper(var.service)}_URL"          = "http://${var.service}"
    "DD_${replace("trace.id", ".", "_")}" = "on"
    PLAIN                                = "yes",
    "quoted" : "colon"
  }

  per_stage = { for name in ["DB", "CACHE"] : "${name}_${upper(var.stage)}" => "x" }
}

resource "aws_ecs_task_definition" "search" {
  family = "search"
  container_definitions = jsonencode([{
    name        = var.service
    image       = "search"
    environment = [for k, v in local.settings : { name = "DD_${upper(k)}", value = v }]
  }])
}

resource "aws_ecs_task_definition" "staged" {
  family = "staged"
  container_definitions = jsonencode([{
    name        = "staged"
    image       = "staged"
    environment = concat([for k, v in local.per_stage : { name = k, value = v }], [{ name = "KNOWN", value = "1" }])
  }])
}
