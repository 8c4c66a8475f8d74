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
