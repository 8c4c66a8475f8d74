variable "environment" {
  type = map(string)
}

resource "aws_ecs_task_definition" "blog" {
  family                = "blog"
  execution_role_arn    = "arn:aws:iam::123456789012:role/ecs-execution"
  container_definitions = jsonencode([{
    name        = "blog"
    image       = "b:1"
    environment = [for k, v in var.environment : { name = k, value = v }]
  }])
}

resource "aws_ecs_service" "blog" {
  name            = "blog"
  cluster         = "b"
  task_definition = aws_ecs_task_definition.blog.arn
}
