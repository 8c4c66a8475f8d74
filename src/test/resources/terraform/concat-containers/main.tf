variable "with_agent" {
  type    = bool
  default = true
}

locals {
  app = [{
    name        = "ledger"
    image       = "ledger:3"
    environment = [{ name = "LEDGER_BOOK", value = "main" }]
  }]
  agent = var.with_agent ? [{
    name        = "agent"
    image       = "agent:1"
    environment = [{ name = "AGENT_SITE", value = "eu" }]
  }] : []
}

resource "aws_ecs_task_definition" "ledger" {
  family                = "ledger"
  container_definitions = jsonencode(concat(local.app, local.agent, [for n in range(2) : { name = "worker-${n}", image = "ledger:3", environment = [{ name = "WORKER_INDEX", value = tostring(n) }] }]))
}
