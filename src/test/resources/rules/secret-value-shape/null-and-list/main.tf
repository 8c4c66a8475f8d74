resource "aws_ecs_task_definition" "dome" {
  family             = "dome"
  execution_role_arn = "arn:aws:iam::123456789012:role/ecs-execution"
  container_definitions = jsonencode([{
    name        = "dome"
    image       = "observatory/dome:9"
    environment = [{ name = "AZIMUTH", value = "270" }]
    secrets     = [
      { name = "DRIVE_SERIAL", valueFrom = "arn:aws:secretsmanager:us-east-1:123456789012:secret:observatory/dome-Gh7iJk:serial::" },
      { name = "TELESCOPES", valueFrom = "arn:aws:secretsmanager:us-east-1:123456789012:secret:observatory/dome-Gh7iJk:telescopes::" },
    ]
  }])
}

resource "aws_ecs_service" "dome" {
  name            = "dome"
  cluster         = "observatory"
  task_definition = aws_ecs_task_definition.dome.arn
}
