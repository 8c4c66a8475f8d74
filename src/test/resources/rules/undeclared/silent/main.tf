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
      name  = "datadog-agent"
      image = "shop/datadog-agent:1"

      environment = [
        { name = "DD_SITE", value = "datadoghq.eu" },
      ]
    },
  ])
}

resource "aws_ecs_service" "web" {
  name            = "web"
  cluster         = "shop"
  task_definition = aws_ecs_task_definition.web.arn
}
