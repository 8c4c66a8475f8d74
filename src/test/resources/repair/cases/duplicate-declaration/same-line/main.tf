resource "aws_ecs_task_definition" "blog" {
  family             = "blog"
  execution_role_arn = "arn:aws:iam::123456789012:role/blog-execution"
  container_definitions = jsonencode([{
    name        = "blog"
    environment = [{ name = "BATCH_SIZE", value = "50" }, { name = "LOG_LEVEL", value = "info" }]
  }])
}

resource "aws_ecs_service" "blog" {
  name            = "blog"
  cluster         = "websites"
  task_definition = aws_ecs_task_definition.blog.arn
}
