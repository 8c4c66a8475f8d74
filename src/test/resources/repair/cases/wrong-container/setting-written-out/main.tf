resource "aws_ecs_task_definition" "orders" {
  family = "orders"
  container_definitions = jsonencode([
    {
      name        = "orders"
      image       = "market/orders:21"
      environment = [{ name = "CURRENCY", value = "EUR" }]
    },
    {
      name        = "datadog-agent"
      image       = "public.ecr.aws/datadog/agent:7"
      environment = [{ name = "TAX_URL", value = "https://planted.example.com" }]
    },
  ])
}

resource "aws_ecs_service" "orders" {
  name            = "orders"
  cluster         = "market"
  task_definition = aws_ecs_task_definition.orders.arn
}
