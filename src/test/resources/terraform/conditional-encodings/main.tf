variable "tier" {
  default = "paid"
}

variable "tracing" {
  type = bool
}

resource "aws_ecs_task_definition" "billing" {
  family                = "billing"
  container_definitions = var.tier == "paid" ? jsonencode([{ name = "billing", image = "b", environment = [{ name = "PAID_TIER", value = "1" }] }]) : jsonencode([{ name = "billing", image = "b", environment = [{ name = "FREE_TIER", value = "1" }] }])
}

resource "aws_ecs_task_definition" "traced" {
  family = "traced"
  container_definitions = (
    var.tracing
    ? jsonencode([{ name = "traced", image = "t", environment = [{ name = "ALWAYS", value = "1" }, { name = "TRACE_URL", value = "x" }] }])
    : jsonencode([{ name = "traced", image = "t", environment = [{ name = "ALWAYS", value = "1" }] }])
  )
}
