resource "aws_secretsmanager_secret" "mailbox" {
  name = "post/mailbox"
}

resource "aws_secretsmanager_secret" "sack" {
  name = "post/sack"
}

resource "aws_ecs_task_definition" "post" {
  family             = "post"
  execution_role_arn = "arn:aws:iam::123456789012:role/post"
  container_definitions = jsonencode([{
    name  = "post"
    image = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/post:7"
    secrets = [
      { name = "MAILBOX_TOKEN", valueFrom = aws_secretsmanager_secret.mailbox.arn },
      { name = "SACK_TOKEN", valueFrom = aws_secretsmanager_secret.sack.arn },
    ]
  }])
}

resource "aws_ecs_service" "post" {
  name            = "post"
  cluster         = "town"
  task_definition = aws_ecs_task_definition.post.arn
}
