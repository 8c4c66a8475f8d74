resource "aws_ecs_task_definition" "square" {
  family = "square"
  container_definitions = jsonencode([{
    name  = "square"
    image = "square:7"
    environment = [
      { name = "FEATURE_CHAT_ENABLED", value = "false" },
      { name = "POST_ENABLED", value = "false" },
      { name = "FORUM_ENABLED", value = "true" },
    ]
  }])
}

resource "aws_ecs_service" "square" {
  name            = "square"
  cluster         = "town"
  task_definition = aws_ecs_task_definition.square.arn
}
