resource "aws_ecs_task_definition" "tickets" {
  family = "tickets"
  container_definitions = jsonencode([{
    name  = "tickets"
    image = "stadium/tickets:12"
    environment = [
      { name = "TURNSTILE", value = "north" }
    ]
  }])
}

resource "aws_ecs_service" "tickets" {
  name            = "tickets"
  cluster         = "stadium"
  task_definition = aws_ecs_task_definition.tickets.arn
}
