resource "aws_ecs_task_definition" "api" {
  family = "api"
  container_definitions = jsonencode([
    {
      name = "api
      image = "x"
      environment = [
        { name = "A", value = "b" }
        { name = "C", value = "d" },
      ]
    }
  ])
}

variable "x" {
  type = string default = "b"
}

locals {
  a = [1, 2
}

output "y" {
  value = local.a
