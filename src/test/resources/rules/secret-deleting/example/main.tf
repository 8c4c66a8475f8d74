resource "aws_ecs_task_definition" "podcast" {
  family             = "podcast"
  execution_role_arn = "arn:aws:iam::123456789012:role/ecs-execution"
  container_definitions = jsonencode([{
    name    = "podcast"
    image   = "media/podcast:61"
    secrets = [{ name = "FEED_SIGNING_KEY", valueFrom = "arn:aws:secretsmanager:us-east-1:123456789012:secret:podcast/feed-2024-Rt6yUi" }]
  }])
}

resource "aws_ecs_service" "podcast" {
  name            = "podcast"
  cluster         = "media"
  task_definition = aws_ecs_task_definition.podcast.arn
}
