resource "aws_ecs_task_definition" "orders" {
  family             = "orders"
  execution_role_arn = "arn:aws:iam::123456789012:role/ecs-execution"
  container_definitions = jsonencode([
    {
      name        = "orders"
      image       = "market/orders:21"
      environment = [{ name = "CURRENCY", value = "EUR" }]
    },
    {
      name  = "datadog-agent"
      image = "public.ecr.aws/datadog/agent:7"
      secrets = [
        { name = "DD_API_KEY", valueFrom = "arn:aws:secretsmanager:us-east-1:123456789012:secret:market/datadog-Tr5Kx9" },
        { name = "STRIPE_SECRET_KEY", valueFrom = "arn:aws:secretsmanager:us-east-1:123456789012:secret:market/stripe-Nb27Qe" },
      ]
    },
  ])
}

resource "aws_ecs_service" "orders" {
  name            = "orders"
  cluster         = "market"
  task_definition = aws_ecs_task_definition.orders.arn
}
