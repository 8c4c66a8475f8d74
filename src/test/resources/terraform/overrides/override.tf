locals {
  name = "overridden"
}

resource "aws_ecs_task_definition" "api" {
  container_definitions = jsonencode([{
    name        = local.other
    environment = [{ name = "OVERRIDDEN", value = var.level }]
  }])

  lifecycle {
    ignore_changes = [container_definitions]
  }
}
