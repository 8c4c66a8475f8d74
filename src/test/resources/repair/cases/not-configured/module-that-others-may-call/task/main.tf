variable "db_password_arn" {
  description = "Where the password of the user blog is."
  type        = string
}

resource "aws_ecs_task_definition" "blog" {
  family             = "blog"
  execution_role_arn = "arn:aws:iam::123456789012:role/ecs-execution"
  container_definitions = jsonencode([{
    name  = "blog"
    image = "b:1"
    secrets = [
      { name = "DB_PASSWORD", valueFrom = var.db_password_arn },
    ]
  }])
}

output "arn" {
  value = aws_ecs_task_definition.blog.arn
}
