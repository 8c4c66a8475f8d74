resource "aws_secretsmanager_secret" "library" {
  name = "library"
}

resource "aws_ecs_task_definition" "api" {
  family             = "library-api"
  execution_role_arn = "arn:aws:iam::123456789012:role/library"
  container_definitions = jsonencode([{
    name    = "api"
    image   = "library:7"
    secrets = [{ name = "LIBRARY_TOKEN", valueFrom = aws_secretsmanager_secret.library.arn }]
  }])
}

resource "aws_ecs_service" "api" {
  name            = "library-api"
  cluster         = "town"
  task_definition = aws_ecs_task_definition.api.arn
}
