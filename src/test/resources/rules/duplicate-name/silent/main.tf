resource "aws_ecs_task_definition" "web" {
  family = "web"

  container_definitions = jsonencode([
    {
      name  = "web"
      image = "shop/web:1"

      environment = [
        { name = "LOG_LEVEL", value = "info" },
      ]
    },
    {
      name  = "worker"
      image = "shop/worker:1"

      environment = [
        { name = "LOG_LEVEL", value = "info" },
      ]
    },
  ])
}

resource "aws_ecs_service" "web" {
  name            = "web"
  cluster         = "shop"
  task_definition = aws_ecs_task_definition.web.arn
}
