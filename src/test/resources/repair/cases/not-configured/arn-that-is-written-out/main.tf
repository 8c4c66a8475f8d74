resource "aws_ecs_task_definition" "letters" {
  family             = "letters"
  execution_role_arn = "arn:aws:iam::123456789012:role/letters"

  container_definitions = jsonencode([{
    name = "letters"
    secrets = [
      { name = "DB_PASSWORD", valueFrom = "arn:aws:secretsmanager:us-east-1:123456789012:secret:letters/db-password-AbC123" },
    ]
  }])
}
