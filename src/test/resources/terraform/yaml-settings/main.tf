locals {
  services = yamldecode(file("services.yml"))
  encoded  = yamldecode(yamlencode({ ROUND_TRIP = "1" }))
}

resource "aws_ecs_task_definition" "yaml" {
  for_each = local.services
  family   = each.key
  container_definitions = jsonencode([{
    name        = each.key
    image       = each.value.image
    environment = [for name, value in merge(each.value.environment, local.encoded) : { name = name, value = tostring(value) }]
    secrets     = [for secret in try(each.value.secrets, []) : { name = secret.name, valueFrom = secret.from }]
  }])
}
