resource "aws_ecs_task_definition" "thumbnails" {
  family = "thumbnails"
  container_definitions = jsonencode([{
    name  = "thumbnails"
    image = "media/thumbnails:5"
    environment = [
      { name = "BUCKET", value = "media-thumbnails" },
      { name = "AWS_REGION", value = "us-east-1" },
    ]
  }])
}

resource "aws_ecs_service" "thumbnails" {
  name            = "thumbnails"
  cluster         = "media"
  task_definition = aws_ecs_task_definition.thumbnails.arn
}
