resource "aws_ecs_task_definition" "payroll-production" {
  family             = "payroll-production"
  execution_role_arn = "arn:aws:iam::123456789012:role/ecs-execution"
  container_definitions = jsonencode([{
    name  = "payroll-production"
    image = "finance/payroll-production:40"
    secrets = [
      { name = "PAYROLL_KEY", valueFrom = "arn:aws:secretsmanager:us-east-1:123456789012:secret:production/payroll-Gn41Xs" },
      { name = "BANK_TOKEN", valueFrom = "arn:aws:secretsmanager:us-east-1:123456789012:secret:staging/bank-Lc58Tm" },
    ]
  }])
}

resource "aws_ecs_service" "payroll-production" {
  name            = "payroll-production"
  cluster         = "finance"
  task_definition = aws_ecs_task_definition.payroll-production.arn
}
