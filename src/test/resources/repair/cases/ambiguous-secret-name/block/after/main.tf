resource "aws_secretsmanager_secret" "invoice" {
  name = "office/invoice-secret"
}

resource "aws_ecs_task_definition" "billing" {
  family             = "billing"
  execution_role_arn = "arn:aws:iam::123456789012:role/ecs-execution"
  container_definitions = jsonencode([{
    name  = "billing"
    image = "office/billing:3"
    secrets = [
      { name = "INVOICE_KEY", valueFrom = aws_secretsmanager_secret.invoice.arn },
    ]
  }])
}

resource "aws_ecs_service" "billing" {
  name            = "billing"
  cluster         = "office"
  task_definition = aws_ecs_task_definition.billing.arn
}
