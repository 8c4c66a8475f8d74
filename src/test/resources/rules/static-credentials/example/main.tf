resource "aws_ecs_task_definition" "thumbnails" {
  family             = "thumbnails"
  execution_role_arn = "arn:aws:iam::123456789012:role/ecs-execution"
  container_definitions = jsonencode([{
    name  = "thumbnails"
    image = "media/thumbnails:5"
    environment = [
      { name = "BUCKET", value = "media-thumbnails" },
      { name = "AWS_ACCESS_KEY_ID", value = "AKIAIOSFODNN7EXAMPLE" },
    ]
    secrets = [
      { name = "AWS_SECRET_ACCESS_KEY", valueFrom = "arn:aws:secretsmanager:us-east-1:123456789012:secret:media/aws-Kd83Lq" },
    ]
  }])
}

resource "aws_ecs_service" "thumbnails" {
  name            = "thumbnails"
  cluster         = "media"
  task_definition = aws_ecs_task_definition.thumbnails.arn
}
