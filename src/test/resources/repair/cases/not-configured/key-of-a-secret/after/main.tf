resource "aws_ecs_task_definition" "blog" {
  family             = "blog"
  execution_role_arn = "arn:aws:iam::123456789012:role/blog-execution"
  container_definitions = jsonencode([{
    name    = "blog"
    image   = "blog/blog:107"
    secrets = concat(local.common, [{ name = "DB_PASSWORD", valueFrom = "${data.aws_secretsmanager_secret.blog.arn}:DB_PASSWORD::" }, { name = "SPAM_FILTER_API_KEY", valueFrom = "${data.aws_secretsmanager_secret.blog.arn}:SPAM_FILTER_API_KEY::" }])
  }])
}

resource "aws_ecs_service" "blog" {
  name            = "blog"
  cluster         = "websites"
  task_definition = aws_ecs_task_definition.blog.arn
}

data "aws_secretsmanager_secret" "blog" {
  name = "blog"
}

locals {
  common = []
}
