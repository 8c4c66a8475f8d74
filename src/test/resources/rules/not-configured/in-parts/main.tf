resource "aws_ecs_task_definition" "rentals" {
  family             = "rentals"
  execution_role_arn = "arn:aws:iam::123456789012:role/ecs-execution"
  container_definitions = jsonencode([{
    name  = "rentals"
    image = "city/rentals:9"
    environment = [
      { name = "DB_HOST", value = "db.city.internal" },
      { name = "MAIL_SECRET_ARN", value = "arn:aws:secretsmanager:us-east-1:123456789012:secret:city/mail-Ub44Wn" },
      { name = "OPENAI_API_KEY_SECRET_NAME", value = "city/openai" },
      { name = "CACHE_URL", value = "redis://cache.city.internal:6379" },
    ]
    secrets = [
      { name = "DB_PASSWORD", valueFrom = "arn:aws:secretsmanager:us-east-1:123456789012:secret:city/db-Ha72Me" },
    ]
  }])
}

resource "aws_ecs_service" "rentals" {
  name            = "rentals"
  cluster         = "city"
  task_definition = aws_ecs_task_definition.rentals.arn
}
