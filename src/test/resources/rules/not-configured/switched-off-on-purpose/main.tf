variable "newsletter" {
  type    = bool
  default = false
}

variable "comments" {
  type    = bool
  default = false
}

variable "database" {
  type    = bool
  default = false
}

variable "archive" {
  type    = bool
  default = true
}

variable "stage" {
  default = "development"
}

resource "aws_secretsmanager_secret" "blog" {
  for_each = toset(["newsletter", "comments", "database", "archive", "print"])
  name     = "blog/${each.key}"
}

resource "aws_ecs_task_definition" "blog" {
  family             = "blog"
  execution_role_arn = "arn:aws:iam::123456789012:role/blog"
  container_definitions = jsonencode([{
    name        = "blog"
    image       = "blog/blog:107"
    environment = [{ name = "SITE_TITLE", value = "Notes from the north" }]
    secrets = concat(
      var.newsletter ? [{ name = "NEWSLETTER_API_KEY", valueFrom = aws_secretsmanager_secret.blog["newsletter"].arn }] : [],
      var.comments ? [{ name = "COMMENTS_API_KEY", valueFrom = aws_secretsmanager_secret.blog["comments"].arn }] : [],
      var.database ? [{ name = "DB_PASSWORD", valueFrom = aws_secretsmanager_secret.blog["database"].arn }] : [],
      var.archive ? [{ name = "ARCHIVE_API_KEY", valueFrom = aws_secretsmanager_secret.blog["archive"].arn }] : [],
      var.stage == "production" ? [{ name = "PRINT_API_KEY", valueFrom = aws_secretsmanager_secret.blog["print"].arn }] : [],
    )
  }])
}

resource "aws_ecs_service" "blog" {
  name            = "blog"
  cluster         = "websites"
  task_definition = aws_ecs_task_definition.blog.arn
}
