resource "aws_secretsmanager_secret" "app" {
  name = "blog/app"
}

resource "aws_secretsmanager_secret" "openai" {
  name = "blog/openai"
}

resource "aws_ecs_task_definition" "blog" {
  family             = "blog"
  execution_role_arn = "arn:aws:iam::123456789012:role/ecs-execution"
  container_definitions = jsonencode([{
    name  = "blog"
    image = "b:1"
    secrets = [
      { name = "DB_PASSWORD", valueFrom = "${aws_secretsmanager_secret.app.arn}:db_password::" },
    ]
  }])
}

resource "aws_ecs_service" "blog" {
  name            = "blog"
  cluster         = "b"
  task_definition = aws_ecs_task_definition.blog.arn
}
