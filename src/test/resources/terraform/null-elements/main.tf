variable "debug" {
  default = false
}

variable "sentry" {
  type = bool
}

locals {
  pairs = [
    { name = "KEPT", value = "1" },
    var.debug ? { name = "DEBUG", value = "1" } : null,
    var.sentry ? { name = "SENTRY_DSN", value = "x" } : null,
  ]
}

resource "aws_ecs_task_definition" "sparse" {
  family = "sparse"
  container_definitions = jsonencode([{
    name        = "sparse"
    image       = "sparse"
    environment = [for pair in local.pairs : pair if pair != null]
    secrets     = [for name in ["TOKEN", ""] : { name = name, valueFrom = "/sparse/${lower(name)}" } if name != ""]
  }])
}

resource "aws_ecs_task_definition" "raw" {
  family = "raw"
  container_definitions = jsonencode([{
    name        = "raw"
    image       = "raw"
    environment = local.pairs
  }])
}
