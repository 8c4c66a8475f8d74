resource "aws_ecs_task_definition" "blog" {
  family             = "blog"
  execution_role_arn = "arn:aws:iam::123456789012:role/blog-execution"
  container_definitions = jsonencode([{
    name        = "blog"
    image       = "blog/blog:107"
    environment = []
    secrets     = local.secrets
  }])
}

resource "aws_ecs_service" "blog" {
  name            = "blog"
  cluster         = "websites"
  task_definition = aws_ecs_task_definition.blog.arn
}

locals {
  secrets = [
    { name = "DB_PASSWORD", valueFrom = "${aws_secretsmanager_secret.database.arn}:password::" },
    { name = "SPAM_FILTER_API_KEY", valueFrom = aws_secretsmanager_secret.spam.arn },
  ]
}

resource "aws_secretsmanager_secret" "database" {
  name = "blog/database"
}

resource "aws_secretsmanager_secret" "spam" {
  name = "blog/spam-filter-api-key"
}
