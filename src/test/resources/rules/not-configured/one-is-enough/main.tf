resource "aws_ecs_task_definition" "tickets" {
  family             = "tickets"
  execution_role_arn = "arn:aws:iam::123456789012:role/ecs-execution"
  container_definitions = jsonencode([{
    name  = "tickets"
    image = "stage/tickets:30"
    secrets = [
      { name = "ADYEN_KEY", valueFrom = "arn:aws:secretsmanager:us-east-1:123456789012:secret:stage/adyen-Kf63Rt" },
      { name = "SESSION_SECRET", valueFrom = "arn:aws:secretsmanager:us-east-1:123456789012:secret:stage/session-Ys20Pd" },
      { name = "MAIL_TOKEN", valueFrom = "arn:aws:secretsmanager:us-east-1:123456789012:secret:stage/mail-Mx84Qb" },
    ]
  }])
}

resource "aws_ecs_service" "tickets" {
  name            = "tickets"
  cluster         = "stage"
  task_definition = aws_ecs_task_definition.tickets.arn
}
