locals {
  settings = jsondecode(file("${path.module}/settings.json"))
  stage    = local.settings.stages["prod"]
}

resource "aws_ecs_task_definition" "json" {
  family = "json"
  container_definitions = jsonencode([{
    name  = "json"
    image = "json"
    environment = [
      for name, value in merge(local.settings.common, local.stage.environment) : {
        name  = name
        value = tostring(value)
      }
    ]
    secrets = [for each in local.stage.secrets : { name = each.env, valueFrom = each.from }]
  }])
}
