locals {
  settings = {
    default = { LEVEL = "debug" }
    prod    = { LEVEL = "info", ONLY_PROD = "1" }
  }
  current = lookup(local.settings, terraform.workspace, local.settings["default"])
}

resource "aws_ecs_task_definition" "api" {
  family = "api-${terraform.workspace}"
  container_definitions = jsonencode([{
    name        = "api"
    environment = [for k, v in local.current : { name = k, value = v }]
  }])
}
