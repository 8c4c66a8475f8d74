resource "aws_ecs_task_definition" "web" {
  family = "web"

  container_definitions = jsonencode([
    {
      name  = "web"
      image = "shop/web:1"

      environment = [
        { name = "LOG_LEVEL", value = "info" },
      ]

      secrets = [
        { name = "PAYMENT_KEY", valueFrom = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:shop/payment-AbCdEf" },
      ]
    },
  ])
}

resource "aws_ecs_service" "web" {
  name            = "web"
  cluster         = "shop"
  task_definition = aws_ecs_task_definition.web.arn

  lifecycle {
    ignore_changes = [desired_count]
  }
}
