resource "aws_secretsmanager_secret" "filter" {
  name = "blog/filter"
}

resource "aws_ecs_task_definition" "blog" {
  family             = "blog"
  execution_role_arn = "arn:aws:iam::123456789012:role/blog"
  container_definitions = jsonencode([{
    name    = "blog"
    image   = "blog/blog:107"
    secrets = [{ name = "SPAM_FILTER_TOKEN", valueFrom = aws_secretsmanager_secret.filter.arn }]
  }])
}

resource "aws_ecs_service" "blog" {
  name            = "blog"
  cluster         = "websites"
  task_definition = aws_ecs_task_definition.blog.arn
}
