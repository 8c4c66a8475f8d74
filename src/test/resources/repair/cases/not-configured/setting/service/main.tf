variable "environment" {
  type = map(string)
}

resource "aws_ecs_task_definition" "this" {
  family = "blog"
  container_definitions = jsonencode([{
    name        = "blog"
    environment = [for name, value in var.environment : { name = name, value = value }]
  }])
}

resource "aws_ecs_service" "this" {
  name            = "blog"
  cluster         = "websites"
  task_definition = aws_ecs_task_definition.this.arn
}
