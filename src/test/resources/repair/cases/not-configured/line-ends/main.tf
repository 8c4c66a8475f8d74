resource "aws_ecs_task_definition" "blog" {
  family             = "blog"
  execution_role_arn = "arn:aws:iam::123456789012:role/blog-execution"
  container_definitions = jsonencode([{
    name = "blog"
    secrets = [
	{ name = "DB_PASSWORD", valueFrom = "/blog/DB_PASSWORD" } # first
    ]
  }])
}

resource "aws_ecs_service" "blog" {
  name            = "blog"
  cluster         = "websites"
  task_definition = aws_ecs_task_definition.blog.arn
}
