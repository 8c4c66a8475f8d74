resource "aws_ecs_task_definition" "loans" {
  family = "loans"
  container_definitions = jsonencode([{
    name  = "loans"
    image = "library/loans:9"
    environment = [
      { name = "LOAN_DAYS", value = "28" }
    ]
  }])
}

resource "aws_ecs_service" "loans" {
  name            = "loans"
  cluster         = "library"
  task_definition = aws_ecs_task_definition.loans.arn
}
