resource "aws_ecs_task_definition" "blog" {
  family             = "blog"
  execution_role_arn = "arn:aws:iam::123456789012:role/blog-execution"
  container_definitions = <<-JSON
    [
      {
        "name": "blog",
        "image": "blog/blog:107",
        "secrets": [
          {"name": "DB_PASSWORD", "valueFrom": "arn:aws:ssm:us-east-1:123456789012:parameter/blog/db-password"}
        ]
      }
    ]
  JSON
}

resource "aws_ecs_service" "blog" {
  name            = "blog"
  cluster         = "websites"
  task_definition = aws_ecs_task_definition.blog.arn
}
