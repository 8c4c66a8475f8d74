variable "name" {}

variable "environment" {
  default = []
}

module "inner" {
  source      = "./modules/inner"
  environment = concat(var.environment, [{ name = "FROM_OUTER", value = "1" }])
}

resource "aws_ecs_task_definition" "this" {
  family                = var.name
  container_definitions = module.inner.json
}
