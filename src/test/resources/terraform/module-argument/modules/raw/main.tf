variable "definitions" {
  type = string
}

resource "aws_ecs_task_definition" "this" {
  family                = "raw"
  container_definitions = var.definitions
}
