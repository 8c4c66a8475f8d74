resource "aws_ecs_task_definition" "ferry" {
  family             = "ferry"
  execution_role_arn = "arn:aws:iam::123456789012:role/ferry-execution"
  container_definitions = jsonencode([{
    name        = "ferry"
    image       = "harbour/ferry:9"
    environment = [{ name = "DECKS", value = "3" }]
    secrets     = [
      { name = "TIDES_KEY", valueFrom = "arn:aws:secretsmanager:us-east-1:123456789012:secret:harbour/tides-Cd2eFg" },
      { name = "LOGBOOK_KEY", valueFrom = "arn:aws:secretsmanager:us-east-1:123456789012:secret:harbour/logbook-Gh4iJk" },
      { name = "PIER", valueFrom = "/harbour/pier" },
    ]
  }])
}

resource "aws_ecs_service" "ferry" {
  name            = "ferry"
  cluster         = "harbour"
  task_definition = aws_ecs_task_definition.ferry.arn
}
