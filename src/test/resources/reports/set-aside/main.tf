resource "aws_ecs_task_definition" "blog" {
  family             = "blog"
  execution_role_arn = "arn:aws:iam::123456789012:role/ecs-execution"
  container_definitions = jsonencode([{
    name        = "blog"
    image       = "blog:4"
    environment = [{ name = "PORT", value = "8080" }]
  }])
}

resource "aws_ecs_service" "blog" {
  name            = "blog"
  cluster         = "main"
  task_definition = aws_ecs_task_definition.blog.arn
}
