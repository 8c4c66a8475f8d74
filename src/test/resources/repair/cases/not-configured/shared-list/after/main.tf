locals {
  secrets = [
    { name = "DB_PASSWORD", valueFrom = "/blog/DB_PASSWORD" },
  ]
}

resource "aws_ecs_task_definition" "blog" {
  family = "blog"
  container_definitions = jsonencode([
    {
      name    = "blog"
      secrets = concat(local.secrets, [{ name = "CAPTCHA_KEY", valueFrom = "/blog/CAPTCHA_KEY" }, { name = "SPAM_FILTER_API_KEY", valueFrom = "/blog/SPAM_FILTER_API_KEY" }])
    },
    {
      name    = "sidecar"
      secrets = local.secrets
    }
  ])
}

resource "aws_ecs_service" "blog" {
  name            = "blog"
  cluster         = "websites"
  task_definition = aws_ecs_task_definition.blog.arn
}
