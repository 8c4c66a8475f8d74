resource "aws_secretsmanager_secret" "database" {
  name = "bakery/dev/database"
}

resource "aws_secretsmanager_secret" "mail" {
  name = "bakery/dev/mail"
}

resource "aws_ecs_task_definition" "bakery" {
  family             = "bakery"
  execution_role_arn = "arn:aws:iam::123456789012:role/ecs-execution"
  container_definitions = jsonencode([{
    name        = "bakery"
    image       = "bakery/shop:4"
    environment = [{ name = "OVENS", value = "3" }]
    secrets     = [{ name = "DATABASE_URL", valueFrom = aws_secretsmanager_secret.database.arn }]
  }])
}

resource "aws_ecs_service" "bakery" {
  name            = "bakery"
  cluster         = "market"
  task_definition = aws_ecs_task_definition.bakery.arn
}
