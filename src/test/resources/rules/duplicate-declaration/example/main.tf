resource "aws_ecs_task_definition" "newsletter" {
  family = "newsletter"
  container_definitions = jsonencode([{
    name  = "newsletter"
    image = "letters/newsletter:4.2"
    environment = [
      { name = "BATCH_SIZE", value = "200" },
      { name = "SENDER_ADDRESS", value = "news@example.org" },
    ]
  }])
}

resource "aws_ecs_service" "newsletter" {
  name            = "newsletter"
  cluster         = "letters"
  task_definition = aws_ecs_task_definition.newsletter.arn
}
