variable "name" {
  type = string
}

variable "cluster" {
  type = string
}

variable "environment" {
  type = list(map(string))
}

variable "secrets" {
  type = list(map(string))
}

resource "aws_ecs_task_definition" "this" {
  family = var.name

  container_definitions = jsonencode([
    {
      name        = var.name
      image       = "${var.name}:1"
      memory      = 128
      environment = var.environment
      secrets     = var.secrets
    },
  ])
}

module "run" {
  source = "../run"

  name            = var.name
  cluster         = var.cluster
  task_definition = aws_ecs_task_definition.this.arn
}
