resource "aws_ecs_task_definition" "blog" {
  family             = "blog"
  execution_role_arn = "arn:aws:iam::123456789012:role/blog-execution"
  container_definitions = jsonencode([{
    name  = "blog"
    image = "blog/blog:107"
    environment = [
      { name = "SITE_TITLE", value = "Notes" },
    ]
    secrets = [
      { name = "SPAM_FILTER_API_KEY", valueFrom = aws_ssm_parameter.spam_filter_api_key.arn },
    ]
  }])
}

resource "aws_ecs_service" "blog" {
  name            = "blog"
  cluster         = "websites"
  task_definition = aws_ecs_task_definition.blog.arn
}

resource "aws_ssm_parameter" "spam_filter_api_key" {
  name  = "/blog/spam-filter-api-key"
  type  = "SecureString"
  value = var.spam_filter_api_key
}

variable "spam_filter_api_key" {
  type      = string
  sensitive = true
}
