resource "aws_ecs_task_definition" "blog" {
  family = "blog"
  container_definitions = jsonencode([{
    name        = "blog"
    image       = "blog/blog:107"
    environment = [{ name = "SHOP_ENABLED", value = "true" }]
  }])
}

resource "aws_ecs_service" "blog" {
  name            = "blog"
  cluster         = "websites"
  task_definition = aws_ecs_task_definition.blog.arn
}
