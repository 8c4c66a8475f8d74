variable "environment_variables" {
  default = [
    { name = "LISTED", value = "1" },
  ]
}

variable "raw" {
  type = string
}

locals {
  template = templatefile("${path.module}/api.json.tftpl", {
    environment_variables = jsonencode(var.environment_variables)
    raw                   = var.raw
    more                  = join(",", [for n in ["X", "Y"] : "{\"name\": \"${n}\", \"value\": \"1\"}"])
  })
}

resource "aws_ecs_task_definition" "api" {
  family                = "api"
  container_definitions = local.template
}
