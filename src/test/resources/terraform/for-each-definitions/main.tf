locals {
  consumers = {
    invoices = { queue = "invoices", replicas = 2, extra = { INVOICE_DPI = "300" } }
    mails    = { queue = "mails", replicas = 1, extra = {} }
  }
}

resource "aws_ecs_task_definition" "consumer" {
  for_each = local.consumers

  family = "consumer-${each.key}"
  container_definitions = jsonencode([{
    name  = each.key
    image = "consumer:9"
    environment = concat(
      [for name, value in each.value.extra : { name = name, value = value }],
      [
        { name = "QUEUE", value = each.value.queue },
        { name = "REPLICAS", value = tostring(each.value.replicas) },
      ],
    )
    secrets = [{ name = "QUEUE_TOKEN", valueFrom = "/consumers/${each.key}/token" }]
  }])
}

resource "aws_ecs_service" "consumer" {
  for_each        = toset(keys(local.consumers))
  name            = each.value
  cluster         = "consumers"
  task_definition = aws_ecs_task_definition.consumer[each.key].family
}
