variable "services" {
  type = map(object({
    environment = optional(map(string), {})
    secrets     = optional(list(object({ name = string, value_from = string })), [])
    log_level   = optional(string, "info")
    debug       = optional(bool)
  }))
  default = {
    api = {
      environment = { API = 1 }
      secrets     = [{ name = "KEY", value_from = "/api/key" }]
    }
    worker = { log_level = "debug", debug = true }
  }
}

resource "aws_ecs_task_definition" "this" {
  for_each = var.services

  family = each.key
  container_definitions = jsonencode([{
    name = each.key
    environment = concat(
      [for k, v in each.value.environment : { name = k, value = v }],
      [{ name = "LOG_LEVEL", value = each.value.log_level }],
      each.value.debug == true ? [{ name = "DEBUG", value = "1" }] : [],
    )
    secrets = [for s in each.value.secrets : { name = s.name, valueFrom = s.value_from }]
  }])
}
