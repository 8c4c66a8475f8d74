resource "aws_ecs_task_definition" "toll" {
  family             = "toll"
  execution_role_arn = "arn:aws:iam::123456789012:role/ecs"
  container_definitions = jsonencode([{
    name    = "toll"
    image   = "toll/gate:1.9"
    secrets = [{ name = "CARD_TOKEN", valueFrom = "${aws_secretsmanager_secret.card.arn}:token::" }]
  }])
}

resource "aws_ecs_service" "toll" {
  name            = "toll"
  cluster         = "roads"
  launch_type     = "FARGATE"
  task_definition = aws_ecs_task_definition.toll.arn
}

resource "aws_secretsmanager_secret" "card" {
  name = "toll/card"
}
