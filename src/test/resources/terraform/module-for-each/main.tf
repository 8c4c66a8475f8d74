locals {
  services = {
    web    = { port = 80, environment = { WEB_ONLY = "1" } }
    worker = { port = null, environment = {} }
  }
}

module "service" {
  source   = "./service"
  for_each = local.services

  name        = each.key
  environment = merge({ PORT = try(tostring(each.value.port), "") }, each.value.environment)
}

module "counted" {
  source = "./service"
  count  = 2

  name        = "shard-${count.index}"
  environment = { "SHARD_${count.index}" = "1" }
}

output "families" {
  value = [module.service["web"].family, module.counted[1].family]
}

resource "aws_ecs_service" "web" {
  name            = module.service["web"].family
  task_definition = module.service["web"].arn
  cluster         = aws_ecs_cluster.main[0].id
}

resource "aws_ecs_cluster" "main" {
  count = 1
  name  = "main-${count.index}"
}
