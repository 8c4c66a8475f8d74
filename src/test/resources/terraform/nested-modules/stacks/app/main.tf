variable "stage" {
  type = string
}

locals {
  shared = { STAGE = var.stage }
}

module "api" {
  source      = "../../modules/task"
  environment = merge(local.shared, { ROLE = "api" })
}

resource "aws_ecs_service" "api" {
  name            = "api-${var.stage}"
  cluster         = var.stage
  task_definition = module.api.task_definition
}
