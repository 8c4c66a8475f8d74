resource "aws_ecs_task_definition" "florist" {
  family             = "florist"
  execution_role_arn = "arn:aws:iam::123456789012:role/ecs-execution"
  container_definitions = jsonencode([{
    name        = "florist"
    image       = "market/florist:9"
    environment = [{ name = "BOUQUETS", value = "12" }]
    secrets     = [
      { name = "ORDER_TOKEN", valueFrom = "arn:aws:secretsmanager:us-east-1:123456789012:secret:market/florist-Qr9sTu:token::" },
      { name = "MAIL_KEY", valueFrom = "arn:aws:secretsmanager:us-east-1:123456789012:secret:market/mail-Vw1xYz" },
    ]
  }])
}

resource "aws_ecs_service" "florist" {
  name            = "florist"
  cluster         = "market"
  task_definition = aws_ecs_task_definition.florist.arn
}
