locals {
  variables = {
    API_BASE    = "https://api.example.com"
    API_TIMEOUT = 30
    API_RETRIES = 3
  }
  keys = ["STRIPE_KEY", "TWILIO_KEY"]
}

resource "aws_ecs_task_definition" "gateway" {
  family = "gateway"

  container_definitions = templatefile("${path.module}/gateway.json", {
    variables = local.variables
    keys      = local.keys
    prefix    = "arn:aws:ssm:eu-west-1:123456789012:parameter/gateway"
  })
}
