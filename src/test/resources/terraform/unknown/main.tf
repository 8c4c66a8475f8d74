variable "extra_env" {
  type = list(object({ name = string, value = string }))
}

variable "settings" {
  type = map(string)
}

variable "prefix" {}

variable "name" {}

variable "all_containers" {}

resource "aws_ecs_task_definition" "api" {
  family = "app-${var.prefix}"
  container_definitions = jsonencode([
    {
      name = "api"
      environment = concat(
        [{ name = "KNOWN", value = "1" }],
        var.extra_env,
        [for k, v in var.settings : { name = k, value = v }],
        [
          { name = "DD_${upper(var.prefix)}", value = "1" },
          { name = var.name, value = "1" },
          { name = "AFTER", value = var.prefix },
        ],
      )
      secrets = [for k in ["ONE", "TWO"] : { name = "${k}_KEY", valueFrom = "/${var.prefix}/${lower(k)}" }]
    },
    {
      name        = "worker-${var.prefix}"
      environment = var.extra_env
    },
    merge({ name = "merged", environment = [{ name = "PERHAPS_REPLACED", value = "1" }] }, var.settings),
  ])
}

resource "aws_ecs_task_definition" "none" {
  family                = "none"
  container_definitions = var.all_containers
}

resource "aws_ecs_task_definition" "many" {
  for_each = var.settings
  family   = each.key
  container_definitions = jsonencode([{
    name        = "many"
    environment = [{ name = "PER_KEY", value = each.value }]
  }])
}

resource "aws_ecs_task_definition" "counted" {
  count  = var.prefix
  family = "counted-${count.index}"
  container_definitions = jsonencode([{
    name        = "counted"
    environment = [{ name = "COUNTED", value = "1" }]
  }])
}
