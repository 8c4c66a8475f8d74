module "container" {
  source      = "cloudposse/ecs-container-definition/aws"
  version     = "0.61.1"
  environment = [{ name = "IN_ARGUMENT", value = "1" }]
}

module "vpc" {
  source = "terraform-aws-modules/vpc/aws"
  cidr   = "10.0.0.0/16"
}

module "submodule" {
  source      = "./not-checked-out"
  environment = "prod"
}

resource "aws_ecs_task_definition" "api" {
  family                = "api"
  container_definitions = "[${module.container.json_map_encoded}]"
}

resource "aws_ecs_task_definition" "own" {
  family = "own"
  container_definitions = jsonencode([
    { name = "own", environment = [{ name = "OWN", value = module.vpc.id }] },
    module.container.json_map_object,
  ])
}
