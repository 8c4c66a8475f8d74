resource "aws_ecs_task_definition" "payroll-staging" {
  family             = "payroll-staging"
  execution_role_arn = "arn:aws:iam::123456789012:role/ecs-execution"
  container_definitions = jsonencode([{
    name  = "payroll-staging"
    image = "finance/payroll-staging:40"
    secrets = [
      { name = "PAYROLL_KEY", valueFrom = "arn:aws:secretsmanager:us-east-1:123456789012:secret:stg/payroll-Gn41Xs" },
      { name = "BANK_TOKEN", valueFrom = "arn:aws:secretsmanager:us-east-1:123456789012:secret:staging/production-like-bank-Lc58Tm" },
      { name = "BANK_TEST_KEY", valueFrom = "arn:aws:secretsmanager:us-east-1:123456789012:secret:bank-test-key-Qe93Wd" },
      { name = "SHARED_KEY", valueFrom = "arn:aws:secretsmanager:us-east-1:123456789012:secret:shared/device-Ru27Kp" },
    ]
  }])
}

resource "aws_ecs_service" "payroll-staging" {
  name            = "payroll-staging"
  cluster         = "finance"
  task_definition = aws_ecs_task_definition.payroll-staging.arn
}
