resource "aws_secretsmanager_secret" "lift" {
  name = "resort/lift"
}

resource "aws_ecs_task_definition" "lift" {
  family             = "resort-lift"
  execution_role_arn = "arn:aws:iam::123456789012:role/resort"
  container_definitions = jsonencode([{
    name    = "lift"
    image   = "resort-lift:7"
    secrets = [{ name = "PASS_TOKEN", valueFrom = aws_secretsmanager_secret.lift.arn }]
  }])
}

resource "aws_ecs_service" "lift" {
  name            = "resort-lift"
  cluster         = "town"
  task_definition = aws_ecs_task_definition.lift.arn
}
