# A name that is written once is one entry, however many conditions lead to it.
variable "common" {
  type = string
}

variable "own" {
  type = string
}

locals {
  certificate = var.common != "" ? var.own : "arn:aws:secretsmanager:eu-west-1:123456789012:secret:certificate"
}

resource "aws_ecs_task_definition" "this" {
  family = "once"
  container_definitions = jsonencode([{
    name = "app"
    secrets = local.certificate == "" ? [] : [
      { name = "CERTIFICATE", valueFrom = local.certificate },
    ]
  }])
}
