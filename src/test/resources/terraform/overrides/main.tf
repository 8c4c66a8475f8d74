variable "level" {
  default = "info"
}

locals {
  name  = "base"
  other = "kept"
}

resource "aws_ecs_task_definition" "api" {
  family                = local.name
  container_definitions = jsonencode([{ name = "base", environment = [{ name = "BASE", value = "1" }] }])

  lifecycle {
    create_before_destroy = true
  }
}
