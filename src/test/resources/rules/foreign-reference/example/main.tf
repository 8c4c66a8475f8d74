resource "aws_ecs_task_definition" "bookings" {
  family             = "bookings"
  execution_role_arn = "arn:aws:iam::123456789012:role/ecs-execution"
  container_definitions = jsonencode([{
    name  = "bookings"
    image = "dining/bookings:17"
    secrets = [
      { name = "MENU_KEY", valueFrom = "arn:aws:secretsmanager:us-east-1:123456789012:secret:dining/menu-Ab83Ks" },
      { name = "TABLE_TOKEN", valueFrom = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:dining/table-Vr20Lp" },
    ]
  }])
}

resource "aws_ecs_service" "bookings" {
  name            = "bookings"
  cluster         = "dining"
  task_definition = aws_ecs_task_definition.bookings.arn
}
