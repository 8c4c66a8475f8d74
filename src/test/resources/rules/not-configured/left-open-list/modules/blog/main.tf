variable "secrets" {
  type = map(string)
}

variable "more" {
  type    = list(object({ name = string, value = string }))
  default = []
}

resource "aws_ecs_task_definition" "blog" {
  family = "blog"
  container_definitions = jsonencode([{
    name        = "blog"
    image       = "blog/blog:107"
    environment = concat([{ name = "SITE_TITLE", value = "Notes from the north" }], var.more)
    secrets     = [for name, arn in var.secrets : { name = name, valueFrom = arn }]
  }])
}

resource "aws_ecs_service" "blog" {
  name            = "blog"
  cluster         = "websites"
  task_definition = aws_ecs_task_definition.blog.arn
}
