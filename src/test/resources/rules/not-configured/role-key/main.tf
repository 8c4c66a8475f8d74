resource "aws_ecs_task_definition" "album" {
  family             = "album"
  execution_role_arn = "arn:aws:iam::123456789012:role/album"
  task_role_arn      = "arn:aws:iam::123456789012:role/album-task"
  container_definitions = jsonencode([{
    name  = "album"
    image = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/album:7"
    environment = [
      { name = "S3_BUCKET", value = "photographs" },
    ]
  }])
}

resource "aws_ecs_service" "album" {
  name            = "album"
  cluster         = "town"
  task_definition = aws_ecs_task_definition.album.arn
}
