resource "aws_ecs_task_definition" "newsletter" {
  family = "newsletter"
  container_definitions = jsonencode([{
    name  = "newsletter"
    image = "post/newsletter:31"
    environment = [
      { name = "BATCH_SIZE", value = "50" },
      { name = "UPDATE_MODE", value = "update-in-place" },
      { name = "GREETING", value = "Your news of the week" },
      { name = "SENDER", value = var.sender },
      { name = "MASK", value = "xx" },
    ]
  }])
}

resource "aws_ecs_service" "newsletter" {
  name            = "newsletter"
  cluster         = "post"
  task_definition = aws_ecs_task_definition.newsletter.arn
}

variable "sender" {
  type = string
}
