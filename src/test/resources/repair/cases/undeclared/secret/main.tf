resource "aws_ecs_task_definition" "forum" {
  family             = "forum"
  execution_role_arn = "arn:aws:iam::123456789012:role/ecs-execution"
  container_definitions = jsonencode([{
    name  = "forum"
    image = "community/forum:15"
    environment = [
      { name = "FORUM_NAME", value = "Gardeners" },
      { name = "AVATAR_SIZE", value = "64" },
    ]
    secrets = [{ name = "CAPTCHA_SECRET", valueFrom = "arn:aws:secretsmanager:us-east-1:123456789012:secret:community/captcha-Lk6jHg" }]
  }])
}

resource "aws_ecs_service" "forum" {
  name            = "forum"
  cluster         = "community"
  task_definition = aws_ecs_task_definition.forum.arn
}
