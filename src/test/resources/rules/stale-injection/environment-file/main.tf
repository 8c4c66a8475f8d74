resource "aws_ecs_task_definition" "museum" {
  family = "museum"
  container_definitions = jsonencode([{
    name  = "museum"
    image = "museum/museum:7"
    environmentFiles = [
      { type = "s3", value = "arn:aws:s3:::envs-of-the-museum/museum.env" },
      { type = "s3", value = "arn:aws:s3:::envs-of-the-museum/city.env" }
    ]
  }])
}

resource "aws_ecs_service" "museum" {
  name            = "museum"
  cluster         = "city"
  task_definition = aws_ecs_task_definition.museum.arn
}
