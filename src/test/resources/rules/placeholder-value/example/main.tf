resource "aws_ecs_task_definition" "newsletter" {
  family = "newsletter"
  container_definitions = jsonencode([{
    name  = "newsletter"
    image = "post/newsletter:31"
    environment = [
      { name = "BATCH_SIZE", value = "50" },
      { name = "UNSUBSCRIBE_TOKEN", value = "changeme" },
      { name = "SENDER", value = "TODO" },
    ]
  }])
}

resource "aws_ecs_service" "newsletter" {
  name            = "newsletter"
  cluster         = "post"
  task_definition = aws_ecs_task_definition.newsletter.arn
}
