resource "aws_ecs_task_definition" "blog" {
  family             = "blog"
  execution_role_arn = "arn:aws:iam::123456789012:role/blog-execution"
  container_definitions = jsonencode([{
    name = "blog"
    environment = [
      { name = "SITE_TITLE", value = "Notes" },
      { name = "DB_HOST", value = "db.internal" },
      { name = "DB_NAME", value = "blog" },
      { name = "MAIL_HOST", value = "mail.internal" },
    ]
    secrets = [
      # The password of the tables.
      { name = "DB_PASSWORD", valueFrom = "/blog/DB_PASSWORD" },
    ]
  }])
}

resource "aws_ecs_service" "blog" {
  name            = "blog"
  cluster         = "websites"
  task_definition = aws_ecs_task_definition.blog.arn
}
