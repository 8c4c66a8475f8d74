resource "aws_secretsmanager_secret" "payment" {
  name = "shop/payment"
}

locals {
  common = [
    { name = "MARKET", value = "eu" },
  ]
}

resource "aws_ecs_task_definition" "checkout" {
  family             = "checkout"
  execution_role_arn = "arn:aws:iam::123456789012:role/ecs-execution"
  container_definitions = jsonencode([{
    name  = "checkout"
    image = "shop/checkout:31"
    environment = concat(local.common, [
      {
        name  = "CURRENCY"
        value = "EUR"
      }
    ])
    secrets = [
      { name = "PAYMENT_KEY", valueFrom = aws_secretsmanager_secret.payment.arn },
    ]
  }])
}

resource "aws_ecs_service" "checkout" {
  name            = "checkout"
  cluster         = "shop"
  task_definition = aws_ecs_task_definition.checkout.arn
}
