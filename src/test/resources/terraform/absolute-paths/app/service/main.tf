locals {
  app = regex("/([^/]+)/service$", abspath(path.module))[0]
}

resource "aws_ecs_task_definition" "this" {
  family = local.app
  container_definitions = jsonencode([{
    name        = local.app
    environment = [{ name = "APP", value = local.app }]
  }])
}
