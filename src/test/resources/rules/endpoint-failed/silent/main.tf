resource "aws_ecs_task_definition" "seeing" {
  family = "seeing"
  container_definitions = jsonencode([{
    name  = "seeing"
    image = "observatory/seeing:4"
    environment = [
      { name = "DOME", value = "east" }
    ]
  }])
}

resource "aws_ecs_service" "seeing" {
  name            = "seeing"
  cluster         = "observatory"
  task_definition = aws_ecs_task_definition.seeing.arn
}
