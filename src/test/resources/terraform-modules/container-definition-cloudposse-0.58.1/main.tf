module "list" {
  source  = "cloudposse/ecs-container-definition/aws"
  version = "0.58.1"

  container_name  = "list"
  container_image = "x"
  environment     = [{ name = "B", value = "2" }, { name = "A", value = "1" }]
  secrets         = [{ name = "TOKEN", valueFrom = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:app/token-AbCdEf:value::" }]
}

module "map" {
  source  = "cloudposse/ecs-container-definition/aws"
  version = "0.58.1"

  container_name    = "map"
  container_image   = "x"
  map_environment   = { PORT = 8080, DEBUG = true }
  environment       = [{ name = "IGNORED", value = "1" }]
  environment_files = [{ value = "arn:aws:s3:::config/map.env", type = "s3" }]
}

module "empty" {
  source  = "cloudposse/ecs-container-definition/aws"
  version = "0.58.1"

  container_name  = "empty"
  container_image = "x"
  map_environment = {}
  environment     = [{ name = "IGNORED", value = "1" }]
}

module "nothing" {
  source  = "cloudposse/ecs-container-definition/aws"
  version = "0.58.1"

  container_name  = "nothing"
  container_image = "x"
}

resource "aws_ecs_task_definition" "objects" {
  family                = "objects"
  container_definitions = jsonencode([module.list.json_map_object, module.map.json_map_object])
}

resource "aws_ecs_task_definition" "encoded" {
  family                = "encoded"
  container_definitions = "[${module.map.json_map_encoded},${module.nothing.json_map_encoded}]"
}

resource "aws_ecs_task_definition" "list" {
  family                = "list"
  container_definitions = module.empty.json_map_encoded_list
}

module "secrets" {
  source  = "cloudposse/ecs-container-definition/aws"
  version = "0.58.1"

  container_name  = "secrets"
  container_image = "x"
  map_secrets     = { FROM_MAP = "/map", OTHER = "/other" }
  secrets         = [{ name = "IGNORED", valueFrom = "/ignored" }]
}

module "override" {
  source  = "cloudposse/ecs-container-definition/aws"
  version = "0.58.1"

  container_name  = "override"
  container_image = "x"
  environment     = [{ name = "REPLACED", value = "1" }]
  secrets         = [{ name = "KEPT", valueFrom = "/kept" }]

  container_definition = {
    environment = [{ name = "OVER", value = "2" }]
  }
}

resource "aws_ecs_task_definition" "more" {
  family                = "more"
  container_definitions = jsonencode([module.secrets.json_map_object, jsondecode(module.override.json_map_encoded)])
}
