resource "aws_secretsmanager_secret" "database" {
  name = "hotel/production/database"
}

resource "aws_ecs_task_definition" "booking" {
  family             = "booking"
  execution_role_arn = "arn:aws:iam::123456789012:role/ecs-execution"
  container_definitions = jsonencode([{
    name    = "booking"
    image   = "hotel/booking:54"
    secrets = [{ name = "DATABASE_PASSWORD", valueFrom = "${aws_secretsmanager_secret.database.arn}:password::" }]
  }])
}

resource "aws_ecs_service" "booking" {
  name            = "booking"
  cluster         = "hotel"
  task_definition = aws_ecs_task_definition.booking.arn
}
