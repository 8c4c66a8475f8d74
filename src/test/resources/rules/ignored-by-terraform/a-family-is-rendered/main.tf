resource "aws_ecs_task_definition" "tickets" {
  family = "tickets"
  container_definitions = jsonencode([{
    name  = "tickets"
    image = "desk/tickets:88"
    environment = [{ name = "QUEUE_LIMIT", value = "200" }]
  }])
}

resource "aws_ecs_service" "tickets" {
  name            = "tickets"
  cluster         = "desk"
  task_definition = aws_ecs_task_definition.tickets.arn

  lifecycle {
    ignore_changes = [task_definition]
  }
}
