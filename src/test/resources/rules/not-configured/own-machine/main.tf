resource "aws_secretsmanager_secret" "stock" {
  name = "brewery/stock"
}

resource "aws_ecs_task_definition" "brewery" {
  family             = "brewery"
  execution_role_arn = "arn:aws:iam::123456789012:role/brewery"
  container_definitions = jsonencode([{
    name        = "brewery"
    image       = "brewery:7"
    environment = [{ name = "STOCK_DB_HOST", value = "stock.example.com" }]
    secrets     = [{ name = "STOCK_DB_PASSWORD", valueFrom = aws_secretsmanager_secret.stock.arn }]
  }])
}

resource "aws_ecs_service" "brewery" {
  name            = "brewery"
  cluster         = "town"
  task_definition = aws_ecs_task_definition.brewery.arn
}
