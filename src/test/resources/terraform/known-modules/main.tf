variable "debug" {
  type = bool
}

resource "aws_secretsmanager_secret" "token" {
  name = "app/token"
}

module "container" {
  source  = "cloudposse/ecs-container-definition/aws"
  version = "0.61.1"

  container_name  = "api"
  container_image = "api:latest"
  map_environment = { LEVEL = "info", PORT = 8080 }
  secrets         = [{ name = "TOKEN", valueFrom = aws_secretsmanager_secret.token.arn }]
}

module "sidecar" {
  source = "git::https://example.org/cloudposse/terraform-aws-ecs-container-definition.git?ref=0.58.1"

  container_name  = "sidecar"
  container_image = "sidecar:latest"
  environment     = var.debug ? [{ name = "DEBUG", value = "1" }] : []
}

resource "aws_ecs_task_definition" "own" {
  family                = "own"
  container_definitions = jsonencode([module.container.json_map_object, module.sidecar.json_map_object])
}

resource "aws_ecs_task_definition" "list" {
  family                = "list"
  container_definitions = module.container.json_map_encoded_list
}

module "task" {
  source = "cloudposse/ecs-alb-service-task/aws"

  namespace                 = "eg"
  stage                     = "prod"
  name                      = "App"
  container_definition_json = "[${module.container.json_map_encoded}]"
  ecs_cluster_arn           = aws_ecs_cluster.main.arn
}

resource "aws_ecs_cluster" "main" {
  name = "main"
}

module "ecs" {
  source  = "terraform-aws-modules/ecs/aws"
  version = "~> 5.0"

  cluster_name = "integrated"

  services = {
    web = {
      container_definitions = {
        nginx = {
          image       = "nginx:latest"
          environment = [{ name = "WEB", value = "1" }]
          secrets     = [{ name = "WEB_TOKEN", valueFrom = "/web/token" }]
        }
        off = {
          create      = false
          environment = [{ name = "NEVER", value = "1" }]
        }
      }
    }
  }
}

module "service" {
  source  = "terraform-aws-modules/ecs/aws//modules/service"
  version = "6.0.0"

  name        = "worker"
  cluster_arn = module.ecs.cluster_arn

  ignore_task_definition_changes = true

  container_definitions = {
    (local.name) = {
      environment = [for key in ["A", "B"] : { name = "WORKER_${key}", value = key }]
    }
  }
}

locals {
  name = "worker"
}
