variable "secrets" {
  type = map(string)
}

resource "aws_ecs_task_definition" "blog" {
  family             = "blog"
  execution_role_arn = "arn:aws:iam::123456789012:role/ecs-execution"
  container_definitions = jsonencode([{
    name  = "blog"
    image = "b:1"
    secrets = [
      { name = "DB_PASSWORD", valueFrom = "${var.secrets["app"]}:DB_PASSWORD::" },
      { name = "API_KEY", valueFrom = "${var.secrets["app"]}:API_KEY::" },
    ]
  }])
}

resource "aws_ecs_service" "blog" {
  name            = "blog"
  cluster         = "b"
  task_definition = aws_ecs_task_definition.blog.arn
}
