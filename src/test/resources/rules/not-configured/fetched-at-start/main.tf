resource "aws_secretsmanager_secret" "blog" {
  name = "blog/settings"
}

resource "aws_ecs_task_definition" "blog" {
  family = "blog"
  container_definitions = jsonencode([{
    name        = "blog"
    image       = "blog/blog:107"
    environment = [{ name = "SECRETS_MANAGER_SECRET_ID", value = aws_secretsmanager_secret.blog.id }]
  }])
}

resource "aws_ecs_service" "blog" {
  name            = "blog"
  cluster         = "websites"
  task_definition = aws_ecs_task_definition.blog.arn
}
