resource "aws_ecs_task_definition" "tickets" {
  family             = "tickets"
  execution_role_arn = "arn:aws:iam::123456789012:role/ecs-execution"
  container_definitions = jsonencode([{
    name        = "tickets"
    image       = "cinema/tickets:9"
    environment = [{ name = "SEATS", value = "180" }]
    secrets     = [
      { name = "PAYMENT_KEY", valueFrom = "arn:aws:secretsmanager:us-east-1:123456789012:secret:cinema/payment-Wx5yZa" },
      { name = "PAYMENT_ID", valueFrom = "arn:aws:secretsmanager:us-east-1:123456789012:secret:cinema/shop-Bc6dEf:id::" },
    ]
  }])
}

resource "aws_ecs_service" "tickets" {
  name            = "tickets"
  cluster         = "cinema"
  task_definition = aws_ecs_task_definition.tickets.arn
}
