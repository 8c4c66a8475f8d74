variable "more_environment" {
  type = list(object({ name = string, value = string }))
}

resource "aws_ecs_task_definition" "blog" {
  family = "blog"
  container_definitions = jsonencode([{
    name        = "blog"
    image       = "blog/blog:107"
    environment = concat([{ name = "SITE_TITLE", value = "Notes from the north" }], var.more_environment)
  }])
}

resource "aws_ecs_service" "blog" {
  name            = "blog"
  cluster         = "websites"
  task_definition = aws_ecs_task_definition.blog.arn
}
