resource "aws_ecs_task_definition" "forum" {
  family = "forum"
  container_definitions = jsonencode([
    {
      name        = "forum"
      image       = "community/forum:15"
      environment = [{ name = "FORUM_NAME", value = "Gardeners" }]
    },
    {
      name        = "datadog-agent"
      image       = "public.ecr.aws/datadog/agent:7"
      environment = [{ name = "DD_SITE", value = "datadoghq.eu" }]
    },
  ])
}

resource "aws_ecs_service" "forum" {
  name            = "forum"
  cluster         = "community"
  task_definition = aws_ecs_task_definition.forum.arn
}
