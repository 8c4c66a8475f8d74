resource "aws_ecs_task_definition" "dome" {
  family             = "dome"
  execution_role_arn = "arn:aws:iam::123456789012:role/ecs-execution"
  container_definitions = jsonencode([{
    name        = "dome"
    image       = "observatory/dome:9"
    environment = [{ name = "AZIMUTH", value = "270" }]
    secrets     = [
      { name = "PORT", valueFrom = "arn:aws:secretsmanager:us-east-1:123456789012:secret:observatory/dome-Gh7iJk:port::" },
      { name = "RATIO", valueFrom = "arn:aws:secretsmanager:us-east-1:123456789012:secret:observatory/dome-Gh7iJk:ratio::" },
      { name = "ENABLED", valueFrom = "arn:aws:secretsmanager:us-east-1:123456789012:secret:observatory/dome-Gh7iJk:enabled::" },
    ]
  }])
}

resource "aws_ecs_service" "dome" {
  name            = "dome"
  cluster         = "observatory"
  task_definition = aws_ecs_task_definition.dome.arn
}
