resource "aws_ssm_parameter" "db_password" {
  name  = "/blog/DB_PASSWORD"
  type  = "SecureString"
  value = "set-by-hand"

  lifecycle {
    ignore_changes = [value]
  }
}

resource "aws_ecs_task_definition" "blog" {
  family             = "blog"
  execution_role_arn = "arn:aws:iam::123456789012:role/ecs-execution"
  container_definitions = jsonencode([{
    name  = "blog"
    image = "b:1"
    secrets = [
      { name = "DB_PASSWORD", valueFrom = aws_ssm_parameter.db_password.arn },
    ]
  }])
}

resource "aws_ecs_service" "blog" {
  name            = "blog"
  cluster         = "b"
  task_definition = aws_ecs_task_definition.blog.arn
}
