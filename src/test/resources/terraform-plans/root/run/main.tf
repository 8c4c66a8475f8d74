variable "name" {
  type = string
}

variable "cluster" {
  type = string
}

variable "task_definition" {
  type = string
}

data "aws_subnets" "all" {}

resource "aws_ecs_service" "this" {
  name            = var.name
  cluster         = var.cluster
  task_definition = var.task_definition
  desired_count   = 0

  network_configuration {
    subnets = data.aws_subnets.all.ids
  }

}
