locals {
  common = [
    { name = "REGION", value = "eu-west-1" },
    { name = "STAGE", value = "prod" },
  ]

  settings = {
    log_level = "info"
    workers   = 2
    disabled  = null
  }

  from_map = [for key, value in local.settings : { name = upper(key), value = tostring(value) } if value != null]

  merged = merge(
    { FEATURE_A = "on", FEATURE_B = "off" },
    { FEATURE_B = "on" },
  )

  extra = [for name in sort(keys(local.merged)) : { name = name, value = local.merged[name] }]

  containers = jsonencode(concat(
    [{
      name        = "api"
      environment = concat(local.common, local.from_map, local.extra, [{ name = "OWN", value = "1" }])
      secrets     = [for name in ["TOKEN", "KEY"] : { name = name, valueFrom = "/app/${lower(name)}" }]
    }],
    [],
  ))

  decoded = jsondecode(local.containers)
}

resource "aws_ecs_task_definition" "api" {
  family                = "api"
  container_definitions = jsonencode(local.decoded)
}

resource "aws_ecs_task_definition" "flat" {
  family = "flat"
  container_definitions = jsonencode([{
    name        = "flat"
    environment = flatten([local.common, [[{ name = "DEEP", value = "1" }]]])
  }])
}

resource "aws_ecs_task_definition" "maps" {
  family = "maps"
  container_definitions = jsonencode([merge(
    { name = "maps", environment = [{ name = "HIDDEN", value = "1" }] },
    { environment = [for k, v in zipmap(["ONE", "TWO"], [1, 2]) : { name = k, value = format("%d", v) }] },
  )])
}
