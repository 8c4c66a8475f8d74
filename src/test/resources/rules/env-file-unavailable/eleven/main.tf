resource "aws_ecs_task_definition" "museum" {
  family = "museum"
  container_definitions = jsonencode([{
    name  = "museum"
    image = "city/museum:6"
    environment      = [{ name = "OPENING_HOURS", value = "10-18" }]
    environmentFiles = [for room in range(11) : { type = "s3", value = "arn:aws:s3:::envs-of-the-museum/${room}.env" }]
  }])
}

resource "aws_ecs_service" "museum" {
  name            = "museum"
  cluster         = "city"
  task_definition = aws_ecs_task_definition.museum.arn
}
