resource "aws_ecs_task_definition" "bikes" {
  family             = "bikes"
  execution_role_arn = "arn:aws:iam::123456789012:role/ecs-execution"
  container_definitions = jsonencode([{
    name  = "bikes"
    image = "rental/bikes:19"
    environment = [
      { name = "MAP_STYLE", value = "streets" },
      { name = "DEPOSIT", value = 20 },
      { name = "PROMO", value = var.promo ? "spring" : null },
      { name = "", value = "nobody" },
    ]
    secrets = [
      { name = "PAYMENT_KEY", value = "arn:aws:secretsmanager:us-east-1:123456789012:secret:rental/payment-Ty56Vn" },
      { name = "LOCK_TOKEN", valueFrom = null },
    ]
  }])
}

resource "aws_ecs_service" "bikes" {
  name            = "bikes"
  cluster         = "rental"
  task_definition = aws_ecs_task_definition.bikes.arn
}

variable "promo" {
  type = bool
}
