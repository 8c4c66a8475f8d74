resource "aws_secretsmanager_secret" "app" {
  name = "blog/app"
}

resource "aws_ecs_task_definition" "blog" {
  family             = "blog"
  execution_role_arn = "arn:aws:iam::123456789012:role/ecs-execution"
  container_definitions = jsonencode([{
    name  = "blog"
    image = "b:1"
    secrets = [
      { name = "MAIL_KEY",    valueFrom = "${aws_secretsmanager_secret.app.arn}:MAIL_KEY::" },
      { name = "DB_PASSWORD", valueFrom = "${aws_secretsmanager_secret.app.arn}:DB_PASSWORD::" },
      { name = "API_KEY",     valueFrom = "${aws_secretsmanager_secret.app.arn}:API_KEY::" },
    ]
  }])
}

resource "aws_ecs_service" "blog" {
  name            = "blog"
  cluster         = "b"
  task_definition = aws_ecs_task_definition.blog.arn
}
