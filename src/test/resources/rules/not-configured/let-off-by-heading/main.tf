resource "aws_secretsmanager_secret" "oil" {
  name = "lamp/oil"
}

resource "aws_ecs_task_definition" "lamp" {
  family             = "lamp"
  execution_role_arn = "arn:aws:iam::123456789012:role/lamp"
  container_definitions = jsonencode([{
    name  = "lamp"
    image = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/lamp:7"
    secrets = [
      { name = "LAMP_OIL_TOKEN", valueFrom = aws_secretsmanager_secret.oil.arn },
    ]
  }])
}

resource "aws_ecs_service" "lamp" {
  name            = "lamp"
  cluster         = "harbour"
  task_definition = aws_ecs_task_definition.lamp.arn
}
