resource "aws_secretsmanager_secret" "database" {
  name = "billing/database"
}

resource "aws_ecs_task_definition" "billing" {
  family             = "billing"
  execution_role_arn = "arn:aws:iam::123456789012:role/ecs-execution"
  container_definitions = jsonencode([{
    name  = "billing"
    image = "billing/api:2.7"
    secrets = [
      { name = "DB_PASSWORD", valueFrom = "${aws_secretsmanager_secret.database.arn}:password::" }, # two colons are missing
      { name = "DB_USER", valueFrom = "${aws_secretsmanager_secret.database.arn}:user::" },
      { name = "API_TOKEN", valueFrom = "arn:aws:secretsmanager:us-east-1:123456789012:secret:billing/api-Hj4kLm" },
      { name = "MAIL_PASSWORD", valueFrom = "arn:aws:secretsmanager:us-east-1:123456789012:secret:billing/mail-Hj4kLm:password:AWSCURRENT:" },
      { name = "OLD_TOKEN", valueFrom = "arn:aws:secretsmanager:us-east-1:123456789012:secret:billing/old-Hj4kLm:token::" },
      { name = "CARD_KEY", valueFrom = "arn:aws:ssm:us-east-1:123456789012:parameter/billing/card" },
      { name = "QUEUE_KEY", valueFrom = "${aws_secretsmanager_secret.database.arn}:queue::" },
    ]
  }])
}

resource "aws_ecs_service" "billing" {
  name            = "billing"
  cluster         = "finance"
  task_definition = aws_ecs_task_definition.billing.arn
}
