resource "aws_ecs_task_definition" "museum" {
  family             = "museum"
  execution_role_arn = "arn:aws:iam::123456789012:role/museum-execution"
  container_definitions = jsonencode([{
    name  = "museum"
    image = "museum/museum:7"
    environment = [{ name = "HALL", value = "north" }]
    environmentFiles = [
      { type = "s3", value = "arn:aws:s3:::envs-of-the-museum/museum.env" },
      { type = "s3", value = "arn:aws:s3:::envs-of-the-museum/summer.env" }
    ]
  }])
}

resource "aws_ecs_service" "museum" {
  name            = "museum"
  cluster         = "city"
  task_definition = aws_ecs_task_definition.museum.arn
}
