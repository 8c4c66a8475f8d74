variable "password" {
  sensitive = true
  default   = "hunter2-default"
}

locals {
  settings = { PASSWORD = var.password, MARKED = sensitive("hunter2-local") }
}

resource "aws_ecs_task_definition" "api" {
  family = "api"
  container_definitions = jsonencode([{
    name        = "api"
    environment = [for name, value in local.settings : { name = name, value = value }]
  }])
}
