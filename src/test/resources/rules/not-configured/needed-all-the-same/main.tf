resource "aws_secretsmanager_secret" "choir" {
  name = "choir/organ"
}

resource "aws_ecs_task_definition" "choir" {
  family             = "choir"
  execution_role_arn = "arn:aws:iam::123456789012:role/choir"
  task_role_arn      = "arn:aws:iam::123456789012:role/choir-task"
  container_definitions = jsonencode([{
    name    = "choir"
    image   = "choir:7"
    secrets = [{ name = "ORGAN_TOKEN", valueFrom = aws_secretsmanager_secret.choir.arn }]
  }])
}

resource "aws_ecs_service" "choir" {
  name            = "choir"
  cluster         = "town"
  task_definition = aws_ecs_task_definition.choir.arn
}
