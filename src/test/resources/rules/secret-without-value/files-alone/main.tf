resource "aws_secretsmanager_secret" "labels" {
  name = "pharmacy/labels"
}

resource "aws_secretsmanager_secret" "stock" {
  name = "pharmacy/stock"
}

resource "aws_secretsmanager_secret_version" "stock" {
  secret_id     = aws_secretsmanager_secret.stock.id
  secret_string = var.stock_token
}

variable "stock_token" {
  type = string
}

resource "aws_ecs_task_definition" "orders" {
  family             = "orders"
  execution_role_arn = "arn:aws:iam::123456789012:role/ecs-execution"
  container_definitions = jsonencode([{
    name  = "orders"
    image = "pharmacy/orders:23"
    secrets = [
      { name = "LABEL_API_KEY", valueFrom = aws_secretsmanager_secret.labels.arn },
      { name = "STOCK_API_KEY", valueFrom = aws_secretsmanager_secret.stock.arn },
    ]
  }])
}

resource "aws_ecs_service" "orders" {
  name            = "orders"
  cluster         = "pharmacy"
  task_definition = aws_ecs_task_definition.orders.arn
}
