locals {
  a = local.b
  b = "${local.c}-x"
  c = local.a
}

resource "aws_ecs_task_definition" "api" {
  family = "api"
  container_definitions = jsonencode([{
    name        = "api"
    environment = [{ name = "A", value = local.a }, { name = "B", value = "1" }]
  }])
}
