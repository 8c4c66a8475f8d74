resource "aws_secretsmanager_secret" "press" {
  name = "print/press"
}

resource "aws_ecs_task_definition" "print" {
  family             = "print"
  execution_role_arn = "arn:aws:iam::123456789012:role/print"
  container_definitions = jsonencode([{
    name  = "print"
    image = "print/print:2"
    secrets = [
      { name = "PRESS_KEY", valueFrom = "/aws/reference/secretsmanager/print/press" },
      { name = "PAPER_KEY", valueFrom = "/aws/reference/secretsmanager/print/paper" },
    ]
  }])
}

resource "aws_ecs_service" "print" {
  name            = "print"
  cluster         = "works"
  task_definition = aws_ecs_task_definition.print.arn
}
