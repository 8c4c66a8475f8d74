# Which secrets there are depends on a variable, and not on the resources that are made for them.
variable "stage" {
  type = string
}

locals {
  secrets = {
    prod = { API_KEY = "/prod/api-key" }
    test = { API_KEY = "/test/api-key", EXTRA = "/test/extra" }
  }
}

resource "aws_ssm_parameter" "this" {
  for_each = local.secrets[var.stage]

  name  = each.value
  type  = "SecureString"
  value = "set by hand"
}

resource "aws_ecs_task_definition" "this" {
  family = "keys"
  container_definitions = jsonencode([{
    name    = "app"
    secrets = [for name, parameter in aws_ssm_parameter.this : { name = name, valueFrom = parameter.arn }]
  }])
}
