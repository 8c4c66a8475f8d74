resource "aws_secretsmanager_secret" "customs" {
  name = "logistics/customs"
}

resource "aws_ecs_task_definition" "tracking" {
  family             = "tracking"
  execution_role_arn = "arn:aws:iam::123456789012:role/ecs-execution"
  container_definitions = jsonencode([{
    name        = "tracking"
    image       = "logistics/tracking:8"
    environment = [{ name = "DEPOT", value = "north" }]
  }])
}

resource "aws_ecs_service" "tracking" {
  name            = "tracking"
  cluster         = "logistics"
  task_definition = aws_ecs_task_definition.tracking.arn
}
