resource "aws_secretsmanager_secret" "seats" {
  name = "theatre/seats"
}

resource "aws_ecs_task_definition" "api" {
  family             = "theatre-api"
  execution_role_arn = "arn:aws:iam::123456789012:role/theatre"
  container_definitions = jsonencode([{
    name    = "api"
    image   = "theatre-api:7"
    secrets = [{ name = "SEATS_TOKEN", valueFrom = aws_secretsmanager_secret.seats.arn }]
  }])
}

resource "aws_ecs_service" "api" {
  name            = "theatre-api"
  cluster         = "town"
  task_definition = aws_ecs_task_definition.api.arn
}

resource "aws_ecs_task_definition" "site" {
  family = "theatre-site"
  container_definitions = jsonencode([{
    name        = "site"
    image       = "theatre-site:7"
    environment = [{ name = "STAGE", value = "great" }]
  }])
}

resource "aws_ecs_service" "site" {
  name            = "theatre-site"
  cluster         = "town"
  task_definition = aws_ecs_task_definition.site.arn
}
