resource "aws_ecs_task_definition" "oven" {
  family             = "oven"
  execution_role_arn = "arn:aws:iam::123456789012:role/ecs-execution"
  container_definitions = jsonencode([{
    name        = "oven"
    image       = "bakery/oven:9"
    environment = [{ name = "BATCH_SIZE", value = "24" }]
    secrets     = [{ name = "DB_PASSWORD", valueFrom = "arn:aws:secretsmanager:us-east-1:123456789012:secret:bakery/db-Lm4nOp:dbPassword::" }]
  }])
}

resource "aws_ecs_service" "oven" {
  name            = "oven"
  cluster         = "bakery"
  task_definition = aws_ecs_task_definition.oven.arn
}
