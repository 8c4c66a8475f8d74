resource "aws_ecs_task_definition" "billing" {
  family             = "billing"
  execution_role_arn = "arn:aws:iam::123456789012:role/ecs-execution"
  container_definitions = jsonencode([{
    name    = "billing"
    image   = "billing/api:2.7"
    secrets = [{ name = "DB_PASSWORD", valueFrom = "arn:aws:secretsmanager:us-east-1:123456789012:secret:billing/db-Hj4kLm:password:AWSCURRENT:11111111-2222-3333-4444-555555555555" }]
  }])
}

resource "aws_ecs_service" "billing" {
  name            = "billing"
  cluster         = "finance"
  task_definition = aws_ecs_task_definition.billing.arn
}
