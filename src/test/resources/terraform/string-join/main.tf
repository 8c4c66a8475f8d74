locals {
  api = jsonencode({
    name        = "api"
    environment = [{ name = "API_ONLY", value = "1" }, { name = "BOTH", value = "1" }]
  })

  proxy = jsonencode({
    name        = "proxy"
    environment = [{ name = "PROXY_ONLY", value = "1" }, { name = "BOTH", value = "1" }]
  })
}

resource "aws_ecs_task_definition" "both" {
  family                = "both"
  container_definitions = "[${local.api}, ${local.proxy}]"
}

resource "aws_ecs_task_definition" "joined" {
  family                = "joined"
  container_definitions = format("[%s]", join(",", [local.api, local.proxy]))
}

resource "aws_ecs_task_definition" "one" {
  family                = "one"
  container_definitions = "[${jsonencode(jsondecode(local.api))}]"
}
