locals {
  environment = [
    { name = "ZONE", value = "a" },
  ]
}

module "service" {
  source = "git::ssh://git@example.org/platform/modules.git//ecs-service?ref=v3"

  for_each = toset(["blue", "green"])

  name              = "api-${each.key}"
  container_image   = "api:latest"
  environment       = "prod"
  container_secrets = [{ name = "TOKEN", value_from = "/api/token" }]

  container_environment = concat(local.environment, [{ name = "COLOUR", value = each.key }])
}

module "mapped" {
  source = "git::ssh://git@example.org/platform/modules.git//fargate"

  environment = { LEVEL = "info" }
  secrets     = { KEY = "/api/key" }
}

module "whole" {
  source = "example/tasks/aws"

  container_definitions = {
    app = { environment = [{ name = "APP", value = "1" }] }
  }
}

module "network" {
  source      = "example/network/aws"
  environment = "prod"
}

# Nothing in the source speaks of ECS, but the arguments do.
module "events" {
  source = "git::ssh://git@example.org/platform/modules.git//modules/service?ref=v3"

  cluster_arn           = "arn:aws:ecs:eu-west-1:123456789012:cluster/main"
  environment           = "prod"
  environment_variables = { QUEUE = "events" }
  environment_secrets   = { DB_PASSWORD = "/events/db" }
}

module "primary" {
  source = "example/fargate-api/aws"

  primary_container_definition = {
    name                  = "main"
    image                 = "main:latest"
    environment_variables = { TABLE = "items" }
    secrets               = { SOME_SECRET = "/main/some" }
  }
  extra_container_definitions = [{
    name        = "side"
    image       = "side:latest"
    environment = [{ name = "SIDE", value = "1" }]
  }]
}

variable "more" {
  type = map(string)
}

module "open" {
  source = "example/ecs-task/aws"

  container_name   = "open"
  task_environment = var.more
  task_secrets     = { OPEN = "/open" }
}

# These are for something else.
module "permissions" {
  source  = "git::ssh://git@example.org/platform/ecs-service.git//modules/secrets?ref=v3"
  secrets = { KEY = "/api/key" }
}

module "pipeline" {
  source                = "example/ecs-codepipeline/aws"
  environment_variables = [{ name = "BUILD", value = "1" }]
}

module "function" {
  source                = "example/lambda/aws"
  environment_variables = { FUNCTION = "1" }
}

module "many" {
  source = "git::ssh://git@example.org/platform/modules.git//ecs?ref=v3"

  services = {
    web = {
      desired_count         = 2
      container_definitions = { nginx = { name = null, environment = [{ name = "WEB", value = "1" }] } }
    }
    worker = {
      container_definitions = [{ name = "jobs", secrets = [{ name = "QUEUE", valueFrom = "/jobs/queue" }] }]
    }
    empty = {}
  }
}
