resource "aws_ecs_task_definition" "ferry" {
  family = "ferry"
  container_definitions = jsonencode([{
    name        = "ferry"
    image       = "ferry/api:3.1"
    environment = [{ name = "TIMETABLE_URL", value = "https://timetable.example.com" }]
  }])
}

resource "aws_ecs_service" "ferry" {
  name            = "ferry"
  cluster         = "harbour"
  task_definition = aws_ecs_task_definition.ferry.arn
}
