variable "known" {
  default = "default"
}

variable "perhaps" {
  default = "default"
}

variable "extra" {
  type = list(object({ name = string, value = string }))
}

resource "aws_ecs_task_definition" "app" {
  family = "app"
  container_definitions = jsonencode([{
    name        = "app"
    environment = concat([{ name = "KNOWN", value = var.known }, { name = "PERHAPS", value = var.perhaps }], var.extra)
  }])
}
