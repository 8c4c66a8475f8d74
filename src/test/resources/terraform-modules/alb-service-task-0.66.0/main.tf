module "label" {
  source  = "cloudposse/label/null"
  version = "0.25.0"

  namespace   = "EG"
  tenant      = "left-out"
  environment = "uw2"
  stage       = "Prod"
  name        = "my app!"
  attributes  = ["public", "public", ""]
}

module "container" {
  source  = "cloudposse/ecs-container-definition/aws"
  version = "0.61.2"

  container_name  = "app"
  container_image = "x"
  map_environment = { LEVEL = "info" }
}

module "from_context" {
  source  = "cloudposse/ecs-alb-service-task/aws"
  version = "0.66.0"

  context                   = module.label.context
  attributes                = ["api"]
  ecs_cluster_arn           = "arn:aws:ecs:eu-west-1:123456789012:cluster/main"
  vpc_id                    = "vpc-1"
  subnet_ids                = ["subnet-1"]
  container_definition_json = module.container.json_map_encoded_list
}

module "labelled" {
  source  = "cloudposse/ecs-alb-service-task/aws"
  version = "0.66.0"

  tenant                         = "core"
  stage                          = "prod"
  name                           = "Worker"
  delimiter                      = "_"
  label_order                    = ["name", "tenant", "stage"]
  label_value_case               = "none"
  ignore_changes_task_definition = false
  ecs_cluster_arn                = "main"
  vpc_id                         = "vpc-1"
  subnet_ids                     = ["subnet-1"]
  container_definition_json      = jsonencode([{ name = "worker", image = "x", environment = [{ name = "W", value = "1" }] }])
}

module "short" {
  source  = "cloudposse/ecs-alb-service-task/aws"
  version = "0.66.0"

  namespace                    = "a-very-long-namespace"
  stage                        = "production"
  name                         = "application"
  id_length_limit              = 20
  ignore_changes_desired_count = true
  ecs_cluster_arn              = "main"
  vpc_id                       = "vpc-1"
  subnet_ids                   = ["subnet-1"]
  container_definition_json    = "[${module.container.json_map_encoded}]"
}

module "off" {
  source  = "cloudposse/ecs-alb-service-task/aws"
  version = "0.66.0"
  enabled = false

  name                      = "off"
  ecs_cluster_arn           = "main"
  vpc_id                    = "vpc-1"
  subnet_ids                = ["subnet-1"]
  container_definition_json = "[]"
}

module "no_service" {
  source  = "cloudposse/ecs-alb-service-task/aws"
  version = "0.66.0"

  name                      = "task-only"
  ecs_service_enabled       = false
  ecs_cluster_arn           = "main"
  vpc_id                    = "vpc-1"
  subnet_ids                = ["subnet-1"]
  container_definition_json = module.container.json_map_encoded_list
}

resource "aws_ecs_task_definition" "labels" {
  family                = module.label.id
  container_definitions = jsonencode([{ name = "${module.label.stage}-${module.label.name}", image = "x" }])
}
